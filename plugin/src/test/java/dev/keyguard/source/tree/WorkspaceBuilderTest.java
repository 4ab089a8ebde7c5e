package dev.keyguard.source.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.Dependencies;
import dev.keyguard.source.Module;
import dev.keyguard.source.Scope;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceBuilderTest {
    @TempDir
    Path root;

    @Test
    void takesRootsAndConfigurationOfTheBaseDirectory() throws IOException {
        for (String path : List.of(
                ".env",
                "Loose.java",
                "deploy/values.yml",
                "nested/pom.xml",
                "nested/src/main/resources/n.properties",
                "pom.xml",
                "src/main/java/a/build/A.java",
                "src/main/resources/application.properties",
                "src/test/java/T.java",
                "target/classes/application.properties",
                "target/generated-sources/x/out/G.java")) {
            write(path);
        }

        Workspace main = build(false);
        Workspace all = build(true);

        List<String> expected = List.of(
                ".env",
                "deploy/values.yml",
                "pom.xml",
                "src/main/java/a/build/A.java",
                "src/main/resources/application.properties",
                "target/generated-sources/x/out/G.java");
        assertThat(paths(main.modules().get(0))).containsExactlyElementsOf(expected);
        assertThat(main.modules()).extracting(Module::directory).containsExactly("", "nested");
        assertThat(paths(main.modules().get(1)))
                .containsExactly("nested/pom.xml", "nested/src/main/resources/n.properties");
        assertThat(paths(all.modules().get(0))).containsAll(expected).contains("src/test/java/T.java");
        assertThat(all.modules().get(0).files().stream().filter(file -> file.scope() == Scope.TEST))
                .extracting(SourceFile::path)
                .containsExactly("src/test/java/T.java");
        assertThat(all.modules().get(0).build()).isPresent();
    }

    @Test
    void aRootMayLieOutside(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("X.java"), "class X {}");

        Workspace workspace = new WorkspaceBuilder(root, List.of(new FakeReader()), WalkOptions.defaults())
                .module("m", root, List.of(other), List.of(), List.of(), Dependencies.unknown())
                .build();

        assertThat(paths(workspace.modules().get(0)))
                .singleElement()
                .asString()
                .startsWith("../")
                .endsWith("/X.java");
    }

    private Workspace build(boolean tests) {
        return new WorkspaceBuilder(
                        root,
                        List.of(new FakeReader()),
                        new WalkOptions(List.of(), List.of(), tests, builds -> Map.of()))
                .module(
                        "nested",
                        root.resolve("nested"),
                        List.of(root.resolve("nested/src/main/resources"), root.resolve("nested/src/main/java")),
                        List.of(),
                        List.of(),
                        Dependencies.unknown())
                .module(
                        "top",
                        root,
                        List.of(
                                root.resolve("src/main/java"),
                                root.resolve("src/main/resources"),
                                root.resolve("target/generated-sources/x")),
                        List.of(root.resolve("src/test/java")),
                        List.of(),
                        Dependencies.unknown())
                .build();
    }

    private void write(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private static List<String> paths(Module module) {
        return module.files().stream().map(SourceFile::path).toList();
    }
}
