package dev.keyguard.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.models.ChatModel;
import dev.keyguard.rule.RuleSettings;
import dev.keyguard.rule.Run;
import dev.keyguard.source.Place;
import dev.keyguard.usage.KeyName;
import dev.keyguard.usage.Reference;
import dev.keyguard.value.Hop;
import dev.keyguard.value.Origin;
import dev.keyguard.value.Trail;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** gpt-4o is refused, gpt-4o-mini is what to write instead. */
final class FixTest {
    private static final String CHAT_MODEL = "com.openai.models.ChatModel";
    private static final FakeCatalogue CATALOGUE = new FakeCatalogue(
            Map.of(
                    CHAT_MODEL + ".GPT_4O",
                    "gpt-4o",
                    CHAT_MODEL + ".GPT_4O_MINI",
                    "gpt-4o-mini",
                    "demo.Models.GPT_4O",
                    "gpt-4o"),
            Set.of(CHAT_MODEL));

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java          | .model(~\"gpt-4o\") // keep",
                "A.java          | x(~\"gpt-4o\", \"gpt-4o\")",
                "A.java          | x(~\"{\\\"model\\\":\\\"gpt-4o\\\"}\")",
                "A.java          | @Value(~\"${m:gpt-4o}\")",
                "A.kt            | val m = ~\"gpt-4o\"",
                "a.properties    | chat.model.gpt-4o = ~gpt-4o",
                "a.properties    | chat.model=~${MODEL:gpt-4o}",
                "application.yml | model: ~gpt-4o   # as agreed",
                "application.yml | model: ~'gpt-4o'",
                "a.json          | {\"model\" : ~\"gpt-4o\", \"n\": 1}",
                ".env            | export MODEL=~gpt-4o"
            })
    void writesTheIdWhereItIsWritten(String file, String line) throws IOException {
        String text = "// \u00e4 first\n" + line.replace("~", "") + "\nlast";
        write(file, text, StandardCharsets.UTF_8);
        FixPlan plan = plan(reference(file, 2, line.indexOf('~') + 1, Origin.LITERAL, Optional.empty()));
        assertThat(plan.manual()).isEmpty();
        assertThat(plan.edits()).hasSize(1);
        new FixApplier(root).apply(plan);
        int at = text.indexOf("gpt-4o", text.indexOf('\n') + line.indexOf('~'));
        assertThat(Files.readString(root.resolve(file)))
                .isEqualTo(text.substring(0, at) + "gpt-4o-mini" + text.substring(at + "gpt-4o".length()));
    }

    @Test
    void allOtherBytesStay() throws IOException {
        byte[] crlf = "a: \u00e9\r\nmodel: gpt-4o\r\n\r\n# \u00fc".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(fixed("a.yml", crlf, 2, 8))
                .isEqualTo("a: \u00e9\r\nmodel: gpt-4o-mini\r\n\r\n# \u00fc".getBytes(StandardCharsets.ISO_8859_1));
        byte[] bom = "\ufeffm=gpt-4o\rx=\u20ac".getBytes(StandardCharsets.UTF_8);
        assertThat(fixed("a.properties", bom, 1, 3))
                .isEqualTo("\ufeffm=gpt-4o-mini\rx=\u20ac".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTextBlockIsSearched() throws IOException {
        write("A.java", "x(\"\"\"\n  {\"model\": \"gpt-4o\"}\n  \"\"\");\n// gpt-4o", StandardCharsets.UTF_8);
        FixPlan plan = plan(reference("A.java", 1, 3, Origin.JSON, Optional.empty()));
        assertThat(plan.edits())
                .singleElement()
                .satisfies(e -> assertThat(e.start()).isEqualTo(19));
    }

    @Test
    void aConstantBecomesTheOneThatTheClassPathHas() throws Exception {
        write("A.java", "import " + CHAT_MODEL + ";\n\n.model(ChatModel.GPT_4O)\n", StandardCharsets.UTF_8);
        Reference reference = constant("A.java", 3, 18, CHAT_MODEL + ".GPT_4O");
        new FixApplier(root).apply(plan(List.of(openAiJar()), reference));
        assertThat(read("A.java")).contains(".model(ChatModel.GPT_4O_MINI)");
    }

    @Test
    void withoutClassPathTheIdIsWrapped() throws IOException {
        write(
                "A.java",
                "a.model(ChatModel.GPT_4O);\nb.model(com.openai.models.ChatModel.GPT_4O.asString());",
                StandardCharsets.UTF_8);
        new FixApplier(root)
                .apply(plan(
                        constant("A.java", 1, 9, CHAT_MODEL + ".GPT_4O"),
                        constant("A.java", 2, 36, CHAT_MODEL + ".GPT_4O")));
        assertThat(read("A.java"))
                .isEqualTo("a.model(ChatModel.of(\"gpt-4o-mini\"));\n"
                        + "b.model(com.openai.models.ChatModel.of(\"gpt-4o-mini\").asString());");
    }

    @Test
    void aStaticImportFollows() throws Exception {
        String text = "import static com.openai.models.ChatModel.GPT_4O;\r\n\r\nm(GPT_4O);\r\n";
        write("A.java", text, StandardCharsets.UTF_8);
        new FixApplier(root).apply(plan(List.of(openAiJar()), constant("A.java", 3, 3, CHAT_MODEL + ".GPT_4O")));
        assertThat(read("A.java")).isEqualTo(text.replace("GPT_4O", "GPT_4O_MINI"));
        write("B.java", text + "other(GPT_4O);", StandardCharsets.UTF_8);
        new FixApplier(root).apply(plan(List.of(openAiJar()), constant("B.java", 3, 3, CHAT_MODEL + ".GPT_4O")));
        assertThat(read("B.java"))
                .isEqualTo("import static com.openai.models.ChatModel.GPT_4O;\r\n"
                        + "import static com.openai.models.ChatModel.GPT_4O_MINI;\r\n\r\n"
                        + "m(GPT_4O_MINI);\r\nother(GPT_4O);");
    }

    @Test
    void whatIsNotClearIsListed() throws IOException {
        write("A.java", "m(Models.GPT_4O); n(x);", StandardCharsets.UTF_8);
        assertThat(why(constant("A.java", 1, 3, "demo.Models.GPT_4O"))).contains("no constant of demo.Models");
        write("B.java", "m(\"gpt-4o or gpt-4o\");", StandardCharsets.UTF_8);
        assertThat(why(reference("B.java", 1, 3, Origin.LITERAL, Optional.empty())))
                .contains("2 times");
        write("C.java", "m(\"gpt-\" + \"4o\");", StandardCharsets.UTF_8);
        assertThat(why(reference("C.java", 1, 3, Origin.LITERAL, Optional.empty())))
                .contains("as such");
        assertThat(why(reference("gone.java", 1, 3, Origin.LITERAL, Optional.empty())))
                .contains("cannot be read");
        assertThat(why(reference("C.java", 99, 3, Origin.LITERAL, Optional.empty())))
                .contains("has changed");
        assertThat(why(reference("C.java", 1, 3, Origin.LIBRARY_DEFAULT, Optional.empty())))
                .contains("the library chose it");
    }

    @Test
    void aTextThatOthersUseIsNotChanged() throws IOException {
        write("A.java", "m(\"gpt-4o\");", StandardCharsets.UTF_8);
        Reference mine = reference("A.java", 1, 3, Origin.LITERAL, Optional.empty());
        Reference other = with(mine, "other", mine.uses(), new KeyName(Optional.of("OTHER_KEY"), List.of(), false));
        FixPlan plan = plan(mine, other);
        assertThat(plan.edits()).isEmpty();
        assertThat(plan.manual())
                .singleElement()
                .satisfies(m -> assertThat(m.why()).contains("OTHER_KEY"));
    }

    @Test
    void aSecondRunChangesNothing() throws IOException {
        write("A.java", "m(\"gpt-4o\");", StandardCharsets.UTF_8);
        Reference reference = reference("A.java", 1, 3, Origin.LITERAL, Optional.empty());
        FixPlan plan = plan(reference);
        new FixApplier(root).apply(plan);
        assertThat(plan(reference).edits()).isEmpty();
        assertThatThrownBy(() -> new FixApplier(root)
                        .apply(new FixPlan(List.of(new Edit("A.java", 0, 3, "xyz", "a")), List.of(), false)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has changed");
    }

    @Test
    void theDiffIsOneThatGitTakes() throws IOException {
        write("src/A.java", "class A {\n  String m = \"gpt-4o\";\n}", StandardCharsets.UTF_8);
        String diff = new FixDiff(root).of(plan(reference("src/A.java", 2, 14, Origin.LITERAL, Optional.empty())));
        assertThat(diff).isEqualTo("""
                        --- a/src/A.java
                        +++ b/src/A.java
                        @@ -1,3 +1,3 @@
                         class A {
                        -  String m = "gpt-4o";
                        +  String m = "gpt-4o-mini";
                         }
                        \\ No newline at end of file
                        """);
        assertThat(read("src/A.java")).contains("\"gpt-4o\"");
    }

    private byte[] fixed(String file, byte[] bytes, int line, int column) throws IOException {
        Files.write(root.resolve(file), bytes);
        new FixApplier(root).apply(plan(reference(file, line, column, Origin.CONFIG, Optional.empty())));
        return Files.readAllBytes(root.resolve(file));
    }

    private String why(Reference reference) {
        FixPlan plan = plan(reference);
        assertThat(plan.edits()).isEmpty();
        assertThat(plan.manual()).hasSize(1);
        return plan.manual().get(0).why();
    }

    private FixPlan plan(Reference... references) {
        return plan(List.of(), references);
    }

    private FixPlan plan(List<Path> jars, Reference... references) {
        Run run = Run.usual().usualKey().listed("gpt-4o-mini");
        for (Reference reference : references) {
            run.reference(reference);
        }
        return new FixPlanner(root, CATALOGUE, file -> jars).plan(run.inventory(), run.findings(RuleSettings.NONE));
    }

    /** A constant that enters the client with a call elsewhere. */
    static Reference constant(String file, int line, int column, Place use, String name) {
        Reference r = reference(file, line, column, Origin.LIBRARY_CONSTANT, Optional.of(name));
        return with(r, r.id(), List.of(use), r.key());
    }

    private static Reference constant(String file, int line, int column, String name) {
        return reference(file, line, column, Origin.LIBRARY_CONSTANT, Optional.of(name));
    }

    private static Reference reference(String file, int line, int column, Origin origin, Optional<String> constant) {
        Place place = new Place(file, line, column);
        Reference r = Run.reference("gpt-4o", file, line);
        return new Reference(
                r.id() + ":" + column,
                r.model(),
                place,
                List.of(place),
                List.of(),
                origin,
                origin == Origin.LIBRARY_DEFAULT,
                r.reason(),
                r.client(),
                r.operation(),
                r.endpoint(),
                r.key(),
                r.scope(),
                r.module(),
                new Trail(List.of(new Hop(Hop.Kind.WRITTEN, place, Optional.empty()))),
                constant);
    }

    private static Reference with(Reference r, String id, List<Place> uses, KeyName key) {
        return new Reference(
                id,
                r.model(),
                r.place(),
                uses,
                r.lookups(),
                r.origin(),
                r.implicit(),
                r.reason(),
                r.client(),
                r.operation(),
                r.endpoint(),
                key,
                r.scope(),
                r.module(),
                r.trail(),
                r.constant());
    }

    private static Path openAiJar() throws URISyntaxException {
        return Path.of(ChatModel.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private void write(String file, String text, Charset charset) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, text.getBytes(charset));
    }

    private String read(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }
}
