package dev.keyguard.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LeftOversTest {
    @TempDir
    Path folder;

    private Path file(String name, Duration age) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "x");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private Stream<String> left() throws IOException {
        new LeftOvers(folder, ".keyguard.json.", ".part").sweep();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList().stream();
        }
    }

    @Test
    void anOldOneGoes() throws IOException {
        file(".keyguard.json.4711-1.part", Duration.ofMinutes(61));
        assertThat(left()).isEmpty();
    }

    @Test
    void aYoungOneMayBeInUse() throws IOException {
        Path young = file(".keyguard.json.4711-1.part", Duration.ofMinutes(59));
        assertThat(left()).containsExactly(young.getFileName().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keyguard.json",
                ".keyguard.json..part",
                ".keyguard.json.part",
                ".keyguard.json.mine.part",
                ".keyguard.json.4711-1.part~",
                ".keyguard.html.4711-1.part",
                "a.keyguard.json.4711-1.part",
                ".keyguard.json.4711-1.tmp"
            })
    void whatHasAnotherNameIsNotOurs(String name) throws IOException {
        file(name, Duration.ofDays(365));
        assertThat(left()).containsExactly(name);
    }

    @Test
    void foldersAndLinksStay() throws IOException {
        Path old = file("old", Duration.ofDays(1));
        Path made = Files.createDirectory(folder.resolve(".keyguard.json.1.part"));
        Files.setLastModifiedTime(made, FileTime.from(Instant.EPOCH));
        Files.createSymbolicLink(folder.resolve(".keyguard.json.2.part"), old);
        assertThat(left()).containsExactlyInAnyOrder("old", ".keyguard.json.1.part", ".keyguard.json.2.part");
    }

    @Test
    void aFolderThatIsNotThereIsNoFailure() {
        new LeftOvers(folder.resolve("missing"), "", "").sweep();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void writingRemovesWhatAKilledProcessLeft() throws IOException {
        file(".keyguard.json.4711-1.part", Duration.ofHours(2));
        Path other = file(".other.json.4711-1.part", Duration.ofHours(2));
        new WholeFile(folder.resolve("keyguard.json")).write(out -> out.write("whole"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(folder.resolve("keyguard.json"), other);
        }
    }
}
