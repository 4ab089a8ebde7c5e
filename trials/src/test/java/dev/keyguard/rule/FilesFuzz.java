package dev.keyguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Damaged files of the user's are said in one sentence; others mean the same when written and read again. */
final class FilesFuzz {
    private static final Path FILE = file();

    private static Path file() {
        try {
            return Files.createTempFile("files-fuzz", ".txt");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @FuzzTest
    void baseline(byte[] content) throws IOException {
        Files.write(FILE, content);
        Baseline read;
        try {
            read = new BaselineFile(FILE).read();
        } catch (BadSettingException damaged) {
            assertThat(damaged.getMessage()).contains("mvn keyguard:baseline");
            return;
        }
        new BaselineFile(FILE).write(read);
        assertThat(new BaselineFile(FILE).read().entries()).isEqualTo(read.entries());
    }

    @FuzzTest
    void suppressionFile(byte[] content) throws IOException {
        Files.write(FILE, content);
        try {
            assertThat(new SuppressionFile(FILE, "keyguard-suppressions.yml").read())
                    .allSatisfy(entry -> assertThat(entry.reason()).isNotBlank());
        } catch (BadSettingException damaged) {
            assertThat(damaged.getMessage()).startsWith("keyguard-suppressions.yml");
        }
    }
}
