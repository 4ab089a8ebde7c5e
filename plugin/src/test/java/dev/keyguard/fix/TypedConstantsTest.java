package dev.keyguard.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.rule.RuleSettings;
import dev.keyguard.rule.Run;
import dev.keyguard.sdk.JsonCatalogue;
import dev.keyguard.source.Place;
import dev.keyguard.usage.Reference;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Constants of a library whose models are an enum: gpt-4o is refused, gpt-4o-mini is what to write instead, and the
 * version on the class path may not have that yet.
 */
final class TypedConstantsTest {
    private static final String NAMES = "dev.langchain4j.model.openai.OpenAiChatModelName";
    private static final String BUILDER = """
            package dev.langchain4j.model.openai;
            public class OpenAiChatModel {
              public static class OpenAiChatModelBuilder {
                public OpenAiChatModelBuilder modelName(OpenAiChatModelName name) { return this; }
                %s
              }
            }
            """;
    private static final String TEXT = "public OpenAiChatModelBuilder modelName(String name) { return this; }";

    @TempDir
    static Path folder;

    private static Path older;
    private static Path newer;
    private static Path withoutText;

    @TempDir
    Path root;

    @BeforeAll
    static void jars() throws IOException {
        older = jar("older", "GPT_4_O", TEXT);
        newer = jar("newer", "GPT_4_O, GPT_4_O_MINI", TEXT);
        withoutText = jar("without-text", "GPT_4_O", "");
    }

    @Test
    void theNewConstantWhereTheVersionHasIt() throws IOException {
        String text = "import static " + NAMES + ".GPT_4_O;\n\n.^modelName(~GPT_4_O)";
        assertThat(fixed(newer, text))
                .isEqualTo("import static " + NAMES + ".GPT_4_O_MINI;\n\n.modelName(GPT_4_O_MINI)");
    }

    @Test
    void textWhereTheVersionHasNoSuchConstantAndTheCallTakesText() throws IOException {
        assertThat(fixed(
                        older,
                        "import java.util.List;\nimport " + NAMES
                                + ";\nclass A {{ b.^modelName( ~OpenAiChatModelName.GPT_4_O ); }}"))
                .isEqualTo("import java.util.List;\nclass A {{ b.modelName( \"gpt-4o-mini\" ); }}");
        assertThat(fixed(older, "class A {{ b.^modelName(~" + NAMES + ".GPT_4_O); }}"))
                .isEqualTo("class A {{ b.modelName(\"gpt-4o-mini\"); }}");
    }

    @Test
    void theImportThatNothingNeedsGoesWithItsEmptyLine() throws IOException {
        assertThat(fixed(
                        older,
                        "package a;\r\n\r\nimport static " + NAMES
                                + ".GPT_4_O;\r\n\r\nclass A {{ b.^modelName(~GPT_4_O); }}\r\n"))
                .isEqualTo("package a;\r\n\r\nclass A {{ b.modelName(\"gpt-4o-mini\"); }}\r\n");
    }

    @Test
    void anImportThatOthersNeedStays() throws IOException {
        String text = "import " + NAMES
                + ";\nclass A { OpenAiChatModelName other; { b.^modelName(~OpenAiChatModelName.GPT_4_O); }}";
        assertThat(fixed(older, text))
                .isEqualTo(plain(text.replace("~OpenAiChatModelName.GPT_4_O", "\"gpt-4o-mini\"")));
    }

    @Test
    void severalUsesInAFileShareTheImport() throws IOException {
        String text =
                "import static " + NAMES + ".GPT_4_O;\nclass A {{\n b.modelName(GPT_4_O);\n b.modelName(GPT_4_O);\n}}";
        Files.writeString(root.resolve("A.java"), text);
        FixPlan plan = plan(newer, used(3, 14), used(4, 14));
        new FixApplier(root).apply(plan);
        assertThat(Files.readString(root.resolve("A.java"))).isEqualTo(text.replace("GPT_4_O", "GPT_4_O_MINI"));
    }

    @Test
    void textForWhatAnAccessorSaid() throws IOException {
        assertThat(fixed(older, "import static " + NAMES + ".GPT_4_O;\nclass A { String m = ~GPT_4_O.toString(); }"))
                .isEqualTo("class A { String m = \"gpt-4o-mini\"; }");
    }

    @Test
    void whatMayOnlyBeAConstantIsLeft() throws IOException {
        assertThat(left(withoutText, "class A {{ b.^modelName(~" + NAMES + ".GPT_4_O); }}"))
                .contains("no constant");
        assertThat(left(older, "class A { Object m = ~" + NAMES + ".GPT_4_O; }"))
                .contains("no constant");
        assertThat(left(older, "class A {{ ^own(~" + NAMES + ".GPT_4_O); }}")).contains("no constant");
        String unknown = "class A {{ b.^modelName(~" + NAMES + ".GPT_4_O); }}";
        Files.writeString(root.resolve("A.java"), plain(unknown));
        assertThat(new FixPlanner(root, JsonCatalogue.bundled(), file -> List.of())
                        .plan(run(unknown).inventory(), run(unknown).findings(RuleSettings.NONE))
                        .edits())
                .isEmpty();
    }

    private String fixed(Path jar, String marked) throws IOException {
        Files.writeString(root.resolve("A.java"), plain(marked));
        Run run = run(marked);
        FixPlan plan = plan(jar, run);
        assertThat(plan.manual()).isEmpty();
        new FixApplier(root).apply(plan);
        return Files.readString(root.resolve("A.java"));
    }

    private String left(Path jar, String marked) throws IOException {
        Files.writeString(root.resolve("A.java"), plain(marked));
        FixPlan plan = plan(jar, run(marked));
        assertThat(plan.edits()).isEmpty();
        assertThat(plan.manual()).hasSize(1);
        return plan.manual().get(0).why();
    }

    private FixPlan plan(Path jar, Run run) {
        return new FixPlanner(root, JsonCatalogue.bundled(), file -> List.of(jar))
                .plan(run.inventory(), run.findings(RuleSettings.NONE));
    }

    private FixPlan plan(Path jar, Reference... references) {
        Run run = Run.usual().usualKey().listed("gpt-4o-mini");
        Stream.of(references).forEach(run::reference);
        return plan(jar, run);
    }

    /** The constant at {@code ~}, with {@code ^} where it enters the client. */
    private static Run run(String marked) {
        Place constant = place(marked.replace("^", ""), '~');
        Place use = marked.contains("^") ? place(marked.replace("~", ""), '^') : constant;
        return Run.usual()
                .usualKey()
                .listed("gpt-4o-mini")
                .reference(FixTest.constant("A.java", constant.line(), constant.column(), use, NAMES + ".GPT_4_O"));
    }

    private static Place place(String text, char mark) {
        String before = text.substring(0, text.indexOf(mark));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place("A.java", line, before.length() - before.lastIndexOf('\n'));
    }

    private static String plain(String marked) {
        return marked.replace("~", "").replace("^", "");
    }

    private static Reference used(int line, int column) {
        return FixTest.constant("A.java", line, column, new Place("A.java", line, column - 10), NAMES + ".GPT_4_O");
    }

    private static Path jar(String name, String constants, String text) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, String> sources = Map.of(
                "OpenAiChatModelName",
                "package dev.langchain4j.model.openai; public enum OpenAiChatModelName { " + constants + " }",
                "OpenAiChatModel",
                BUILDER.formatted(text));
        boolean compiled = compiler.getTask(
                        null,
                        null,
                        null,
                        List.of("-proc:none", "-d", classes.toString()),
                        null,
                        sources.entrySet().stream()
                                .map(source -> source(source.getKey(), source.getValue()))
                                .toList())
                .call();
        assertThat(compiled).isTrue();
        Path jar = folder.resolve(name + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                zip.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
