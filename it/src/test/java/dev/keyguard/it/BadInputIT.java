package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Broken files cost one clear message each, and everything else is still checked. */
final class BadInputIT {
    private static final String FOLDER = "src/main/java/shop/";

    @Test
    void everything_else_is_still_checked() throws Exception {
        Path project = Setup.sample("openai-java", "bad-input");
        Path java = project.resolve(FOLDER);
        Path resources = Files.createDirectories(project.resolve("src/main/resources"));
        Files.writeString(java.resolve("Broken.java"), """
                package shop;
                import com.openai.models.ChatModel;
                class Broken { void a( { ChatModel m = ChatModel.GPT_4O; "unclosed
                """);
        Files.writeString(resources.resolve("application.yml"), "spring:\n\tai:\n\t\topenai: broken\n");
        Files.createFile(java.resolve("Empty.java"));
        byte[] huge = new byte[50 << 20];
        Arrays.fill(huge, (byte) '/');
        byte[] trigger = "import com.openai.models.ChatModel;\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(trigger, 0, huge, 0, trigger.length);
        Files.write(java.resolve("Huge.java"), huge);
        Files.createSymbolicLink(project.resolve("src/main/java/loop"), project.resolve("src"));
        Files.write(java.resolve("Latin.java"), """
                package shop;
                import com.openai.models.chat.completions.ChatCompletionCreateParams;
                /** F\u00fcr \u00c4rger. */
                class Latin {
                    Object request = ChatCompletionCreateParams.builder().model("gpt-4-0314").build();
                }
                """.getBytes(StandardCharsets.ISO_8859_1));

        Maven.Run run = Maven.any().run(project, Map.of(), "keyguard:verify", "-Dkeyguard.online=never");

        ReportFile report = ReportFile.in(project);
        assertThat(report.references())
                .as(run.output())
                .contains("gpt-4o " + FOLDER + "Support.java:9:41", "gpt-4-0314 " + FOLDER + "Latin.java:5:65");
        assertThat(report.places("parse-failed"))
                .as(run.output())
                .contains(FOLDER + "Broken.java", FOLDER + "Huge.java", "src/main/resources/application.yml")
                .doesNotContain(FOLDER + "Empty.java", FOLDER + "Latin.java")
                .doesNotHaveDuplicates();
        assertThat(run.output()).doesNotContainPattern("Exception:|\\n\\s+at dev.keyguard");
    }

    @Test
    void a_folder_that_may_not_be_read_is_one_message() throws Exception {
        Path project = Setup.sample("openai-java", "unreadable");
        Path locked = Files.createDirectories(project.resolve("src/main/java/locked"));
        Files.createFile(locked.resolve("Hidden.java"));
        Optional<Maven> maven = OtherUser.owning(project, Maven.any());
        assumeTrue(maven.isPresent(), "needs a user who is not root, or setpriv to become one");
        Files.setPosixFilePermissions(locked, Set.of());

        Maven.Run run = maven.get().run(project, Map.of(), "-o", "keyguard:verify", "-Dkeyguard.online=never");

        ReportFile report = ReportFile.in(project);
        assertThat(report.references()).as(run.output()).containsExactly("gpt-4o " + FOLDER + "Support.java:9:41");
        assertThat(report.places("parse-failed")).as(run.output()).containsExactly("src/main/java/locked");
        assertThat(run.output()).doesNotContainPattern("Exception:|\\n\\s+at dev.keyguard");
    }

    @Test
    void parameters_that_cannot_be_used_are_said_in_one_sentence() throws Exception {
        Path project = Setup.sample("openai-java", "bad-parameters");
        Maven.Run run = Maven.any().run(project, Map.of(), "keyguard:verify", "-Dkeyguard.online=yes");
        assertThat(run.succeeded()).isFalse();
        assertThat(run.output())
                .contains("keyguard.online is \"yes\"; it must be one of: auto, required, never.")
                .doesNotContain("Exception:");
    }
}
