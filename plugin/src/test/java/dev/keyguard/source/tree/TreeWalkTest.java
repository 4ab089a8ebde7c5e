package dev.keyguard.source.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

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

final class TreeWalkTest {
    @TempDir
    Path root;

    @Test
    void leavesOutOutputAndHiddenFoldersButTakesHiddenFiles() throws IOException {
        write(".env", "A=1");
        write(".git/config.properties", "");
        write("target/classes/a.properties", "");
        write("build/b.properties", "");
        write("node_modules/x/c.json", "");
        write(".idea/d.properties", "");
        write("src/main/java/com/acme/build/Target.java", "package com.acme.build;\npublic class Target {}");
        write("logo.png", "");

        Workspace workspace = walk(WalkOptions.defaults());

        assertThat(paths(workspace)).containsExactly(".env", "src/main/java/com/acme/build/Target.java");
        assertThat(workspace.otherFiles()).isEqualTo(1);
        assertThat(workspace.problems()).isEmpty();
    }

    @Test
    void outputBelowSrcIsLeftOutWhereABuildFileStandsBesideIt() throws IOException {
        write("src/ad/pom.xml", "<artifactId>ad</artifactId>");
        write("src/ad/target/a.properties", "");

        assertThat(paths(walk(WalkOptions.defaults()))).containsExactly("src/ad/pom.xml");
    }

    @Test
    void everyBuildFileMakesAModuleAndTheNearestOwnsAFile() throws IOException {
        write("pom.xml", "<artifactId>parent</artifactId>");
        write("one/pom.xml", "<artifactId>first</artifactId>");
        write("one/src/main/java/A.java", "class A {}");
        write("one/nested/pom.xml", "");
        write("one/nested/B.java", "class B {}");
        write("scripts/C.java", "class C {}");

        Workspace workspace = walk(WalkOptions.defaults());

        assertThat(workspace.modules()).extracting(Module::name).containsExactly("parent", "first", "nested");
        assertThat(workspace.modules()).extracting(Module::directory).containsExactly("", "one", "one/nested");
        assertThat(workspace.modules().get(0).files())
                .extracting(SourceFile::path)
                .containsExactly("pom.xml", "scripts/C.java");
    }

    @Test
    void aFolderWithoutBuildFileIsOneModuleNamedLikeTheFolder() throws IOException {
        write("a/A.java", "class A {}");

        Workspace workspace = walk(WalkOptions.defaults());

        assertThat(workspace.modules())
                .extracting(Module::name)
                .containsExactly(root.getFileName().toString());
        assertThat(workspace.modules().get(0).dependencies().known()).isFalse();
    }

    @Test
    void librariesComeFromTheCallerElseFromTheBuildFiles() throws IOException {
        write("a/pom.xml", "<artifactId>a</artifactId>");
        write("b/pom.xml", "<artifactId>b</artifactId>");
        write("c/C.java", "class C {}");
        Dependencies given = new Dependencies(true, true, List.of(), List.of());

        Workspace workspace = walk(new WalkOptions(List.of(), List.of(), false, builds -> {
            assertThat(builds).containsOnlyKeys("a", "b");
            return Map.of("a", given);
        }));

        assertThat(workspace.modules()).extracting(Module::directory).containsExactly("", "a", "b");
        assertThat(workspace.modules().get(0).dependencies().known()).isFalse();
        assertThat(workspace.modules().get(1).dependencies()).isSameAs(given);
        assertThat(workspace.modules().get(2).dependencies().known()).isTrue();
        assertThat(workspace.modules().get(2).dependencies().complete()).isFalse();
    }

    @Test
    void testsAreLeftOutUnlessWanted() throws IOException {
        List<String> tests = List.of(
                "e2e/A.java", "it/pom.xml", "src/integrationTest/java/C.java", "src/test/java/D.java", "tests/E.java");
        for (String path : tests) {
            write(path, "");
        }
        write("src/main/java/it/acme/test/F.java", "package it.acme.test;");
        write("latest/G.java", "");

        assertThat(paths(walk(WalkOptions.defaults())))
                .containsExactlyInAnyOrder("latest/G.java", "src/main/java/it/acme/test/F.java");
        Workspace all = walk(WalkOptions.defaults().withTests(true));
        assertThat(files(all).stream().filter(file -> file.scope() == Scope.TEST))
                .extracting(SourceFile::path)
                .containsExactlyInAnyOrderElementsOf(tests);
    }

    @Test
    void globsChoose() throws IOException {
        write("docs/a/A.java", "");
        write("src/B.java", "");
        write("src/C.properties", "");

        assertThat(paths(walk(new WalkOptions(List.of(), List.of("docs/**"), false, builds -> Map.of()))))
                .containsExactly("src/B.java", "src/C.properties");
        assertThat(paths(walk(new WalkOptions(List.of("**/*.java"), List.of("docs"), false, builds -> Map.of()))))
                .containsExactly("src/B.java");
        assertThatThrownBy(() -> walk(new WalkOptions(List.of("[a"), List.of(), false, builds -> Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The glob \"[a\" is not valid: a [ is not closed.");
    }

    @Test
    void linksAreFollowedOnceAndNeverOut(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("Out.java"), "class Out {}");
        write("a/A.java", "class A {}");
        write(".hidden/shared/S.java", "class S {}");
        link("a/loop", root);
        link("a/out", elsewhere);
        link("a/Out.java", elsewhere.resolve("Out.java"));
        link("b", root.resolve("a"));
        link("c", root.resolve(".hidden/shared"));
        link("d", root.resolve(".hidden/shared"));
        link("dead", root.resolve("nowhere"));
        link("self", root.resolve("self"));

        Workspace workspace = walk(WalkOptions.defaults());

        assertThat(paths(workspace)).containsExactly("a/A.java", "c/S.java");
        assertThat(workspace.problems()).isEmpty();
    }

    @Test
    void whatCannotBeEnteredIsOneProblem() throws IOException {
        write("a/A.java", "class A {}");
        Path closed = Files.createDirectory(root.resolve("closed"));
        assumeThat(closed.toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(closed)).as("root reads everything").isFalse();

        Workspace workspace = walk(WalkOptions.defaults());

        assertThat(paths(workspace)).containsExactly("a/A.java");
        assertThat(workspace.problems()).hasSize(1);
        assertThat(workspace.problems().get(0).place().file()).isEqualTo("closed");
    }

    @Test
    void aMissingFolderIsOneProblem() {
        Workspace workspace =
                new TreeWalk(List.of(new FakeReader()), WalkOptions.defaults()).walk(root.resolve("missing"));

        assertThat(workspace.modules()).isEmpty();
        assertThat(workspace.problems()).hasSize(1);
    }

    private Workspace walk(WalkOptions options) {
        return new TreeWalk(List.of(new FakeReader()), options).walk(root);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void link(String path, Path target) throws IOException {
        Files.createSymbolicLink(root.resolve(path), target);
    }

    private static List<SourceFile> files(Workspace workspace) {
        return workspace.modules().stream()
                .flatMap(module -> module.files().stream())
                .toList();
    }

    private static List<String> paths(Workspace workspace) {
        return files(workspace).stream().map(SourceFile::path).toList();
    }
}
