package dev.keyguard.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyguard.rule.BadSettingException;
import dev.keyguard.rule.SuppressionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a checkout may lead to, and what it may say. */
final class BoundaryTest {
    @TempDir
    Path folder;

    @Test
    void links_that_lead_out_are_outside() throws IOException {
        Path root = Files.createDirectories(folder.resolve("checkout"));
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.createSymbolicLink(root.resolve("target"), outside);
        Files.createSymbolicLink(root.resolve("keyguard.lock.json"), outside.resolve("secret.json"));
        Files.createDirectories(root.resolve("real"));
        Files.createSymbolicLink(root.resolve("inner"), root.resolve("real"));
        Boundary boundary = new Boundary(root);
        assertThat(boundary.holds(root.resolve("target/keyguard"))).isFalse();
        assertThat(boundary.holds(root.resolve("keyguard.lock.json"))).isFalse();
        assertThat(boundary.holds(root.resolve("../outside"))).isFalse();
        assertThat(boundary.holds(root.resolve("inner/keyguard"))).isTrue();
        assertThat(boundary.holds(root.resolve("not/there"))).isTrue();
        assertThat(boundary.holds(root)).isTrue();
    }

    @Test
    void what_is_logged_moves_no_cursor_and_begins_no_line() {
        assertThat(Shown.line("a\u001b[31mred\u0007\r\n\u202e\tb"))
                .isEqualTo("a\\u001b[31mred\\u0007\\u000d\\u000a\\u202e\tb");
        MojoExecutionException fault = Fault.of(new BadSettingException("«\u001b[2J» is not known"));
        assertThat(fault.getMessage()).doesNotContain("\u001b");
    }

    @Test
    @Timeout(20)
    void a_glob_that_is_a_bomb_elsewhere_is_quick() throws IOException {
        Path file = folder.resolve("keyguard-suppressions.yml");
        Files.writeString(file, "- path: '" + "**/*a".repeat(100) + "'\n  reason: none\n");
        assertThat(new SuppressionFile(file, file.getFileName().toString()).read())
                .hasSize(1);
        Files.writeString(file, "- path: 'a[b'\n  reason: none\n");
        assertThatThrownBy(() -> new SuppressionFile(file, file.getFileName().toString()).read())
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("keyguard-suppressions.yml:1")
                .hasMessageContaining("a [ is not closed");
    }
}
