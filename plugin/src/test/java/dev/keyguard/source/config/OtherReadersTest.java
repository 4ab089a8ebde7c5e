package dev.keyguard.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.Scope;
import dev.keyguard.source.SourceFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class OtherReadersTest {
    private static SourceFile file(String path) {
        return new SourceFile(path, Path.of(path), Scope.MAIN, 1, 0);
    }

    @Test
    void json() {
        ConfigFacts facts = Reading.read(new JsonReader(), "a.json", """
                {
                  // keyguard:ignore model-unknown trial
                  "model": "gpt-4o", "n": 1.50, "on": true, "none": null,
                  "messages": [{"role": "user", "content": "{\\"model\\": 1}"}, ["x",],],
                  "é\\u0041.b": "\\n"
                }
                """);

        assertThat(Reading.placed(facts))
                .containsExactly(
                        "model = gpt-4o @ 3:13",
                        "n = 1.50 @ 3:27",
                        "on = true @ 3:39",
                        "none =  @ 3:46",
                        "messages[0].role = user @ 4:26",
                        "messages[0].content = {\"model\": 1} @ 4:45",
                        "messages[1][0] = x @ 4:65",
                        "éA.b = \n @ 5:17");
        assertThat(facts.suppressions()).hasSize(1);
        assertThat(facts.problems()).isEmpty();
    }

    @Test
    void jsonLongerThanItsReadersBuffer() {
        String long1 = "x".repeat(50_000);
        ConfigFacts facts = Reading.read(
                new JsonReader(), "a.json", "{\"a\": \"" + long1 + "\",\n\"model\": \"gpt-4o\",\n  \"b\" : 1}");

        assertThat(facts.entries().get(1).place().toString()).isEqualTo("a.json:2:11");
        assertThat(facts.entries().get(1).keyPlace().toString()).isEqualTo("a.json:2:2");
        assertThat(facts.entries().get(2).place().toString()).isEqualTo("a.json:3:9");
    }

    @Test
    void brokenJsonKeepsWhatStandsBefore() {
        ConfigFacts facts = Reading.read(new JsonReader(), "a.json", "{\"a\": 1,\n\"b\": sk-fake-canary, \"c\": 2}");

        assertThat(Reading.pairs(facts)).containsExactly("a = 1");
        assertThat(facts.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().line()).isEqualTo(2);
            assertThat(problem.message()).doesNotContain("canary");
        });
        for (String odd : new String[] {"", "{", "[".repeat(100_000), "1", "\"", "{\"a\":" + "9".repeat(5_000) + "}"}) {
            assertThat(Reading.read(new JsonReader(), "a.json", odd).problems()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void jsonLinesAreReadRecordByRecord() {
        ConfigFacts facts = Reading.read(
                new JsonReader(), "a.jsonl", "{\"m\": \"a\"}\n{broken\n\n{\"m\": \"b\"}\r\n{\"m\": \"c\"}");

        assertThat(Reading.placed(facts)).containsExactly("m = a @ 1:8", "m = b @ 4:8", "m = c @ 5:8");
        assertThat(facts.entries()).extracting(ConfigEntry::document).containsExactly(0, 2, 3);
        assertThat(facts.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(2));
    }

    @Test
    void dotenv() {
        ConfigFacts facts = Reading.read(new DotenvReader(), ".env", """
                # comment
                OPENAI_API_KEY=sk-fake-1 # keyguard:ignore key-hardcoded fake
                export MODEL="gpt-4o"
                SINGLE='a # b \\n'
                REF=${X:-y}
                HASH=a#b
                EMPTY=
                PASS_THROUGH
                MULTI="one
                two \\"x\\""
                LAST = spaced
                """);

        assertThat(Reading.placed(facts))
                .containsExactly(
                        "OPENAI_API_KEY = sk-fake-1 @ 2:16",
                        "MODEL = gpt-4o @ 3:15",
                        "SINGLE = a # b \\n @ 4:9",
                        "REF = ${X:-y} @ 5:5",
                        "HASH = a#b @ 6:6",
                        "EMPTY =  @ 7:1",
                        "MULTI = one\ntwo \"x\" @ 9:8",
                        "LAST = spaced @ 11:8");
        assertThat(facts.suppressions()).hasSize(1);
        assertThat(facts.problems()).isEmpty();
    }

    @Test
    void brokenDotenvLinesCostOnlyThemselves() {
        ConfigFacts facts = Reading.read(new DotenvReader(), ".env", "A=1\n?? = what\n--- B ---\nC=\"open\nD=4\n");

        assertThat(Reading.pairs(facts)).containsExactly("A = 1", "C = open", "D = 4");
        assertThat(facts.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(2));
    }

    @Test
    void xml() {
        ConfigFacts facts = Reading.read(new XmlReader(), "a.bpmn", """
                <?xml version="1.0"?>
                <!DOCTYPE x [<!ENTITY e "boom">]>
                <bpmn:definitions xmlns:bpmn="urn:b" id="d">
                  <!-- keyguard:ignore model-unknown trial -->
                  <zeebe:input source="gpt-4o" target='model'/>
                  <zeebe:input source="&quot;a&#66;" target="b"></zeebe:input>
                  <text>
                    <![CDATA[a < b]]> &e;
                  </text>
                </bpmn:definitions>
                """);

        assertThat(Reading.placed(facts))
                .containsExactly(
                        "definitions@id = d @ 3:42",
                        "definitions.input@source = gpt-4o @ 5:24",
                        "definitions.input@target = model @ 5:40",
                        "definitions.input[1]@source = \"aB @ 6:24",
                        "definitions.input[1]@target = b @ 6:46",
                        "definitions.text = a < b &e; @ 8:14");
        assertThat(facts.suppressions()).singleElement().satisfies(comment -> {
            assertThat(comment.text()).isEqualTo("model-unknown trial");
            assertThat(comment.alone()).isTrue();
        });
        assertThat(facts.problems()).isEmpty();
    }

    @Test
    void brokenXmlIsAtMostOneProblem() {
        for (String odd : new String[] {
            "",
            "<",
            "<a",
            "<a b",
            "<a b=",
            "<a b='",
            "<a>",
            "</a>",
            "<!--",
            "<![CDATA[",
            "<!DOCTYPE [",
            "<?x",
            "<a/>x&",
            "<a",
            "text",
            "<a b=c>",
            "<a><b></a>",
            "<a>".repeat(50_000),
            "<!DOCTYPE '",
            "&#xFFFFFFFF;&#;&;"
        }) {
            assertThat(Reading.read(new XmlReader(), "a.xml", odd).problems()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void hocon() {
        ConfigFacts facts = Reading.read(new HoconReader(), "application.conf", """
                # keyguard:ignore x y
                openai {
                  model = "gpt-4o" // comment
                  key = ${?OPENAI_API_KEY}
                  url: "https://"${host}"/v1"
                  nested.a { b = bare value  # c
                  }
                  list = [ one, "two", {x: 1} ]
                  text = \"""a
                b\"""
                }
                include "other"
                a { b: 1, c = 2 }
                """);

        assertThat(Reading.placed(facts))
                .containsExactly(
                        "openai.model = gpt-4o @ 3:12",
                        "openai.key = ${?OPENAI_API_KEY} @ 4:9",
                        "openai.url = https://${host}/v1 @ 5:9",
                        "openai.nested.a.b = bare value @ 6:18",
                        "openai.list[0] = one @ 8:12",
                        "openai.list[1] = two @ 8:18",
                        "openai.list[2].x = 1 @ 8:28",
                        "openai.text = a\nb @ 9:13",
                        "a.b = 1 @ 13:8",
                        "a.c = 2 @ 13:15");
    }

    @Test
    void oddConfFilesEnd() {
        for (String odd : new String[] {
            "}",
            "{",
            "a {",
            "a = [",
            "a = \"\"\"x",
            "=",
            "\"",
            "a",
            "[",
            "a=[[".repeat(1000),
            "server { listen 80; location / { proxy_pass http://x; } }",
            "a = \"b\\"
        }) {
            assertThat(Reading.read(new HoconReader(), "a.conf", odd).problems())
                    .isEmpty();
        }
    }

    @Test
    void readersKnowTheirFiles() {
        assertThat(new DotenvReader().reads(file("a/.env"))).isTrue();
        assertThat(new DotenvReader().reads(file("a/.env.production"))).isTrue();
        assertThat(new DotenvReader().reads(file("env.list"))).isTrue();
        assertThat(new DotenvReader().reads(file("prod.env"))).isTrue();
        assertThat(new DotenvReader().reads(file(".env.example"))).isFalse();
        assertThat(new DotenvReader().reads(file("environment"))).isFalse();
        assertThat(new JsonReader().reads(file("a/prompt.json"))).isTrue();
        assertThat(new JsonReader().reads(file("package-lock.json"))).isFalse();
        assertThat(new JsonReader().reads(file("keyguard.lock.json"))).isFalse();
        assertThat(new JsonReader().reads(file("target/keyguard/keyguard-gitlab.json")))
                .isFalse();
        assertThat(new XmlReader().reads(file("a/pom.xml"))).isFalse();
        assertThat(new XmlReader().reads(file("beans.xml"))).isTrue();
        assertThat(new YamlReader().reads(file("a.YAML"))).isTrue();
        assertThat(new PropertiesReader().reads(file("a.properties"))).isTrue();
    }
}
