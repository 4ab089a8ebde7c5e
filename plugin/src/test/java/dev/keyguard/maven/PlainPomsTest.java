package dev.keyguard.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlainPomsTest {
    private static final String NAMES = "<repositories><repository><url>http://x</url></repository></repositories>";

    @TempDir
    Path folder;

    private Path root;
    private Path pom;

    @BeforeEach
    void tree() throws IOException {
        root = Files.createDirectories(folder.resolve("root"));
        pom = root.resolve("a/pom.xml");
        Files.createDirectories(pom.getParent());
    }

    private boolean built(String text) throws IOException {
        return built(text, StandardCharsets.UTF_8);
    }

    private boolean built(String text, Charset charset) throws IOException {
        Files.write(pom, text.getBytes(charset));
        return new PlainPoms(new Boundary(root), false).mayBeBuilt(pom);
    }

    @Test
    void usual_ones_are() throws IOException {
        assertThat(built("<project><artifactId>a</artifactId></project>")).isTrue();
        assertThat(built("\uFEFF<?xml version='1.0' encoding='UTF-8'?>\n<project/>"))
                .isTrue();
        assertThat(built("<project><parent><artifactId>p</artifactId></parent></project>"))
                .as("a parent that is in a repository")
                .isTrue();
        Files.writeString(root.resolve("pom.xml"), "<project><artifactId>p</artifactId></project>");
        assertThat(built("<project><parent><artifactId>p</artifactId></parent></project>"))
                .isTrue();
        Files.write(pom, ("<project>" + NAMES + "</project>").getBytes(StandardCharsets.UTF_8));
        assertThat(new PlainPoms(new Boundary(root), true).mayBeBuilt(pom)).isTrue();
    }

    @Test
    void those_that_name_repositories_somewhere_are_not() throws IOException {
        assertThat(built("<project>" + NAMES + "</project>")).isFalse();
        assertThat(built("<project><profiles><profile>" + NAMES + "</profile></profiles></project>"))
                .isFalse();
        assertThat(built("<project><pluginRepositories/></project>")).isFalse();
        Files.writeString(root.resolve("other.xml"), "<project>" + NAMES + "</project>");
        assertThat(
                        built(
                                "<project><parent><artifactId>p</artifactId><relativePath>../other.xml</relativePath></parent></project>"))
                .isFalse();
        assertThat(
                        built(
                                "<project><parent><artifactId>p</artifactId><relativePath>../a</relativePath></parent></project>"))
                .as("its own parent")
                .isFalse();
    }

    @Test
    void nor_those_that_could_say_something_else() throws IOException {
        assertThat(built("<!DOCTYPE project [<!ENTITY a 'x'>]><project/>")).isFalse();
        assertThat(built("<project/>", StandardCharsets.UTF_16)).isFalse();
        assertThat(built("<?xml version='1.0' encoding='IBM037'?><project/>")).isFalse();
        Path outside = Files.writeString(folder.resolve("pom.xml"), "<project/>");
        assertThat(outside).exists();
        assertThat(
                        built(
                                "<project><parent><artifactId>p</artifactId><relativePath>../../pom.xml</relativePath></parent></project>"))
                .isFalse();
    }
}
