package dev.keyguard.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyguard.source.Dependencies;
import dev.keyguard.source.FileFacts;
import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.build.Dependency;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.tree.FakeReader;
import dev.keyguard.source.tree.TreeWalk;
import dev.keyguard.source.tree.WalkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FactsProgramTest {
    @TempDir
    Path root;

    private final FakeReader reader = new FakeReader();

    @BeforeEach
    void tree() throws IOException {
        write("pom.xml", "<artifactId>parent</artifactId>");
        write(".env", "A=1");
        write("app/pom.xml", "<artifactId>app</artifactId>");
        write(
                "app/src/main/java/a/Main.java",
                "package a;\npublic class Main { Object o = openai(Names.FAST, helper_x); }\nclass Helper {}");
        write(
                "app/src/main/java/a/Plain.java",
                "package a;\npublic class Plain { int helper; String s = \"data.json\"; }");
        write("app/src/main/resources/application.properties", "k=app");
        write("app/data/plain.json", "{}");
        write("app/data/llm.json", "{\"model\": 1}");
        write("lib/pom.xml", "<artifactId>lib</artifactId>");
        write("lib/src/main/java/b/Names.java", "package b;\npublic class Names { String FAST; }");
        write("lib/src/main/java/a/Main.java", "package a;\npublic class Main {}");
        write("lib/src/main/resources/lib.properties", "k=lib");
        write("odd/Elsewhere.java", "package c.d;\npublic class Elsewhere { int helper; }");
    }

    @Test
    void readsTriggeredFilesOnly() {
        FactsProgram program = program();

        assertThat(paths(program.triggered(module(program, "app")))).containsExactly("app/src/main/java/a/Main.java");
        assertThat(program.triggered(module(program, "lib"))).isEmpty();
        assertThat(reader.read).doesNotContain("app/src/main/java/a/Plain.java");
        assertThat(program.filesParsed()).isEqualTo(1);
        assertThat(program.filesSeen()).isEqualTo(13);
    }

    @Test
    void findsMentionsAsWholeWordsInAnyModule() {
        FactsProgram program = program();

        program.announce(Set.of("helper", "FAST"));
        assertThat(paths(program.mentioning(Set.of("helper"))))
                .containsExactly("app/src/main/java/a/Plain.java", "odd/Elsewhere.java");
        assertThat(paths(program.mentioning(Set.of("FAST", "Names"))))
                .containsExactly("app/src/main/java/a/Main.java", "lib/src/main/java/b/Names.java");
        assertThat(program.mentioning(Set.of("nobody"))).isEmpty();
    }

    @Test
    void findsDeclarationsWithoutParsing() {
        FactsProgram program = program();

        assertThat(program.declares("b.Names")).isTrue();
        assertThat(program.declares("Names")).isFalse();
        assertThat(program.declares("a.Helper")).isTrue();
        assertThat(program.declares("c.d.Elsewhere")).isTrue();
        assertThat(program.declares("odd.Elsewhere")).isFalse();
        assertThat(program.declares("java.lang.String")).isFalse();
        assertThat(program.typesIn("a")).containsExactly("a.Helper", "a.Main", "a.Plain");
        assertThat(program.typesIn("z")).isEmpty();
        assertThat(program.filesParsed()).isZero();
    }

    @Test
    void declaringPrefersTheNearestModule() {
        FactsProgram program = program();

        assertThat(paths(program.declaring("a.Main", module(program, "lib"))))
                .containsExactly("lib/src/main/java/a/Main.java", "app/src/main/java/a/Main.java");
        assertThat(paths(program.declaring("a.Main.Inner.Deep", module(program, "app"))))
                .containsExactly("app/src/main/java/a/Main.java", "lib/src/main/java/a/Main.java");
        assertThat(paths(program.declaring("a.Helper", module(program, "lib"))))
                .containsExactly("app/src/main/java/a/Main.java");
        assertThat(program.declaring("a.Nobody", module(program, "lib"))).isEmpty();
    }

    @Test
    void configurationIsOwnThenAboveThenOfDependencies() {
        FactsProgram program = program();

        assertThat(paths(program.configuration(module(program, "app"))))
                .containsExactly(
                        "app/data/llm.json",
                        "app/src/main/resources/application.properties",
                        ".env",
                        "lib/src/main/resources/lib.properties");
        assertThat(paths(program.configuration(module(program, "lib"))))
                .containsExactly("lib/src/main/resources/lib.properties", ".env");
    }

    @Test
    void dataThatTriggeredCodeNamesIsRead() throws IOException {
        write("app/data/other.json", "{}");
        write("app/src/main/java/a/Load.java", "package a;\nclass Load { Object o = openai(\"other.json\"); }");
        FactsProgram program = program();

        assertThat(paths(program.configuration(module(program, "app"))))
                .contains("app/data/other.json")
                .doesNotContain("app/data/plain.json");
    }

    @Test
    void readingEverythingAnswersTheSame() {
        FactsProgram fast = program();
        FactsProgram full =
                FactsProgram.parseEverything(workspace(), List.of(new FakeReader()), TinyCatalogue.of("openai"));

        for (String name : List.of("a.Main", "a.Helper", "b.Names", "c.d.Elsewhere", "x.Y")) {
            assertThat(fast.declares(name)).isEqualTo(full.declares(name));
            assertThat(fast.declaring(name, module(fast, "lib"))).isEqualTo(full.declaring(name, module(full, "lib")));
        }
        for (String word : List.of("helper", "Names", "package", "FAST")) {
            assertThat(fast.mentioning(Set.of(word))).isEqualTo(full.mentioning(Set.of(word)));
        }
        assertThat(full.triggered(module(full, "app"))).hasSize(2).containsAll(fast.triggered(module(fast, "app")));
        assertThat(full.configuration(module(full, "app"))).containsAll(fast.configuration(module(fast, "app")));
    }

    @Test
    void aFileThatVanishedIsOneProblem() throws IOException {
        FactsProgram program = program();
        Files.delete(root.resolve("app/src/main/java/a/Main.java"));

        List<CodeFacts> facts = program.triggered(module(program, "app"));

        assertThat(facts).hasSize(1);
        assertThat(facts.get(0).types()).isEmpty();
        assertThat(facts.get(0).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("The file cannot be read ("));
    }

    @Test
    void emptyAndHugeFiles() throws IOException {
        write("app/src/main/java/a/Empty.java", "");
        byte[] huge = new byte[50 << 20];
        Files.write(root.resolve("app/src/main/java/a/Huge.java"), huge);
        byte[] trigger = "openai".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        System.arraycopy(trigger, 0, huge, (1 << 20) - 2, trigger.length);
        Files.write(root.resolve("app/src/main/java/a/HugeToo.java"), huge);
        FactsProgram program = program();

        List<CodeFacts> facts = program.triggered(module(program, "app"));

        assertThat(paths(facts)).containsExactly("app/src/main/java/a/HugeToo.java", "app/src/main/java/a/Main.java");
        assertThat(facts.get(0).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("larger than 16 MB"));
        assertThat(reader.read).doesNotContain("app/src/main/java/a/HugeToo.java");
        assertThat(program.mentioning(Set.of("Main"))).isNotEmpty();
    }

    @Test
    void knowsTheModuleOfAFile() {
        FactsProgram program = program();

        assertThat(program.moduleOf("lib/src/main/java/b/Names.java").name()).isEqualTo("lib");
        assertThatThrownBy(() -> program.moduleOf("no/such.java")).isInstanceOf(IllegalArgumentException.class);
    }

    private FactsProgram program() {
        return new FactsProgram(workspace(), List.of(reader), TinyCatalogue.of("openai"));
    }

    private Workspace workspace() {
        Dependency lib =
                new Dependency("com.acme", "lib", Optional.of("1"), "compile", Optional.of(new Place("x", 1, 1)));
        Dependencies dependencies = new Dependencies(true, false, List.of(lib), List.of());
        return new TreeWalk(
                        List.of(new FakeReader()),
                        new WalkOptions(List.of(), List.of(), false, builds -> Map.of("app", dependencies)))
                .walk(root);
    }

    private static Module module(Program program, String name) {
        return program.modules().stream()
                .filter(module -> module.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> paths(Collection<? extends FileFacts> facts) {
        return facts.stream().map(FileFacts::path).toList();
    }
}
