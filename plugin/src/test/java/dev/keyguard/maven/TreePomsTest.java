package dev.keyguard.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.build.BuildFacts;
import dev.keyguard.source.build.PomReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TreePomsTest {
    @TempDir
    Path root;

    private final Map<String, BuildFacts> builds = new TreeMap<>();

    @Test
    void unbuiltModulesAreEachOthersArtifacts() throws IOException {
        pom("", "<groupId>g</groupId><artifactId>parent</artifactId><version>${revision}</version>");
        pom(
                "app",
                "<parent><groupId>g</groupId><artifactId>parent</artifactId><version>1</version></parent><artifactId>app</artifactId>");

        TreePoms poms = new TreePoms(root, builds, Optional.empty());

        assertThat(poms.findArtifact(new DefaultArtifact("g:app:pom:1")))
                .isEqualTo(root.resolve("app/pom.xml").toFile());
        assertThat(poms.findArtifact(new DefaultArtifact("g:app:jar:1")))
                .isEqualTo(root.resolve("app").toFile());
        assertThat(poms.findArtifact(new DefaultArtifact("g:parent:pom:7"))).isFile();
        assertThat(poms.findVersions(new DefaultArtifact("g:app:jar:[1,2)"))).containsExactly("1");
    }

    @Test
    void otherVersionsAndStrangersAreNot() throws IOException {
        pom("app", "<groupId>g</groupId><artifactId>app</artifactId><version>1</version>");

        TreePoms poms = new TreePoms(root, builds, Optional.empty());

        assertThat(poms.findArtifact(new DefaultArtifact("g:app:jar:2"))).isNull();
        assertThat(poms.findArtifact(new DefaultArtifact("h:app:jar:1"))).isNull();
        assertThat(poms.findVersions(new DefaultArtifact("h:app:jar:1"))).isEmpty();
    }

    private void pom(String folder, String content) throws IOException {
        Path file = root.resolve(folder).resolve("pom.xml");
        Files.createDirectories(file.getParent());
        String text = "<project>" + content + "</project>";
        Files.writeString(file, text);
        builds.put(
                folder, (BuildFacts) new PomReader().read(folder + "/pom.xml", text.getBytes(StandardCharsets.UTF_8)));
    }
}
