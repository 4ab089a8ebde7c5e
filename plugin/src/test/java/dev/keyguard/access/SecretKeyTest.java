package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretKeyTest {
    @Test
    void isNeitherPrintedNorWritten() {
        SecretKey key = SecretKey.of("sk-fake-canary");
        assertThat(key.toString() + new ProxyServer("h", 1, java.util.Optional.of("u"), java.util.Optional.of(key)))
                .doesNotContain("canary");
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(key))
                .isInstanceOf(NotSerializableException.class);
    }

    @Test
    void dotEnvGivesOneNameAndNoOther(@TempDir Path folder) throws Exception {
        Path file = folder.resolve(".env");
        Files.writeString(file, "# OPENAI_API_KEY=no\nexport A=\"sk-fake-a\" # x\nB = sk-fake-b # y\nC=\nD='x\n");
        assertThat(new DotEnv(file).value("A")).contains("sk-fake-a");
        assertThat(new DotEnv(file).value("B")).contains("sk-fake-b");
        assertThat(new DotEnv(file).value("C")).isEmpty();
        assertThat(new DotEnv(file).value("OPENAI_API_KEY")).isEmpty();
        assertThat(new DotEnv(folder).value("A")).isEmpty();
        Files.createSymbolicLink(folder.resolve("link"), file);
        assertThat(new DotEnv(folder.resolve("link")).value("A")).isEmpty();
    }
}
