package dev.keyguard.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PropertiesReaderTest {
    private final PropertiesReader reader = new PropertiesReader();

    private ConfigFacts read(String content) {
        return Reading.read(reader, "src/main/resources/application.properties", content);
    }

    @Test
    void givesLineAndColumnOfTheValue() {
        ConfigFacts facts = read("""
                # comment
                openai.model=gpt-4o
                  openai.key : ${OPENAI_API_KEY}
                a\tb c
                empty=
                alone
                """);

        assertThat(Reading.placed(facts))
                .containsExactly(
                        "openai.model = gpt-4o @ 2:14",
                        "openai.key = ${OPENAI_API_KEY} @ 3:16",
                        "a = b c @ 4:3",
                        "empty =  @ 5:1",
                        "alone =  @ 6:1");
        assertThat(facts.problems()).isEmpty();
    }

    @Test
    void understandsWhatJavaUnderstands() throws Exception {
        String content =
                "a\\ b\\:c=1\\\n   2\\\n\n x = y \nuni\\u00e9=\\u0041\\tz\nq\\=r==s\r\nw:\\\r\n  v\r! no\nlast\\";
        Properties expected = new Properties();
        expected.load(new StringReader(content));

        assertThat(read(content).entries().stream().collect(Collectors.toMap(ConfigEntry::key, ConfigEntry::value)))
                .isEqualTo(expected);
    }

    @Test
    void aValueOnAContinuationLineStandsThere() {
        assertThat(Reading.placed(read("models=\\\n    gpt-4o,\\\n    gpt-5\n")))
                .containsExactly("models = gpt-4o,gpt-5 @ 2:5");
    }

    @Test
    void quarkusPrefixesBecomeProfiles() {
        assertThat(Reading.profiled(read("%dev.a.b=1\n%test,prod.a.b=2\na.b=3\n%odd=4\n")))
                .containsExactly("dev: a.b = 1", "test: a.b = 2", "prod: a.b = 2", "-: a.b = 3", "-: %odd = 4");
    }

    @Test
    void theFileNameCarriesAProfile() {
        ConfigFacts facts = Reading.read(reader, "application-eu-west.properties", "a=1\n%dev.a=2\n");

        assertThat(Reading.profiled(facts)).containsExactly("eu-west: a = 1", "eu-west & dev: a = 2");
        assertThat(Reading.profiled(Reading.read(reader, "my-app.properties", "a=1\n")))
                .containsExactly("-: a = 1");
    }

    @Test
    void springSectionsHoldForTheirProfilesOnly() {
        ConfigFacts facts = read("""
                a=1
                #---
                a=2
                spring.config.activate.on-profile=dev,test
                #---
                a=3
                 #---
                b=4
                """);

        assertThat(Reading.profiled(facts))
                .contains("-: a = 1", "dev: a = 2", "test: a = 2", "-: a = 3", "-: b = 4")
                .hasSize(7);
        assertThat(facts.entries()).extracting(ConfigEntry::document).containsExactly(0, 1, 1, 1, 1, 2, 2);
    }

    @Test
    void suppressionsAreWholeLineComments() {
        ConfigFacts facts =
                read("# keyguard:ignore model-unknown a trial\na=b # keyguard:ignore x\n#keyguard:ignored\n");

        assertThat(facts.suppressions()).singleElement().satisfies(comment -> {
            assertThat(comment.text()).isEqualTo("model-unknown a trial");
            assertThat(comment.alone()).isTrue();
            assertThat(comment.place().line()).isEqualTo(1);
        });
    }

    @Test
    void aBrokenEscapeIsOneProblem() {
        ConfigFacts facts = read("path=C:\\users\\u12\nmodel=gpt-4o\n");

        assertThat(facts.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().line()).isEqualTo(1);
            assertThat(problem.message()).contains("hexadecimal");
        });
        assertThat(Reading.pairs(facts)).contains("model = gpt-4o");
    }

    @Test
    void latin1IsReadWhereTheBytesAreNoUtf8() {
        byte[] latin1 = "name=é\nmodel=gpt-4o".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Reading.pairs(reader.read("a.properties", latin1))).containsExactly("name = é", "model = gpt-4o");
    }

    @Test
    void tooManyEntriesAndTooLargeFilesAreProblems() {
        ConfigFacts many = read("a=1\n".repeat(Entries.MAX_ENTRIES + 5));
        ConfigFacts large = reader.read("a.properties", new byte[Entries.MAX_SIZE + 1]);

        assertThat(many.entries()).hasSize(Entries.MAX_ENTRIES);
        assertThat(many.problems()).hasSize(1);
        assertThat(large.problems()).hasSize(1);
    }
}
