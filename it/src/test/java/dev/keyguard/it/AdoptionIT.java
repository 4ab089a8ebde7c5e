package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first run on a large code base is no wall of text, and says how to begin. */
final class AdoptionIT {
    private static final int FILES = 200;
    private static final int MOST_LINES = 60;

    @Test
    void two_hundred_findings_are_grouped_and_the_baseline_lets_one_begin() throws Exception {
        Path project = Setup.sample("openai-java", "adoption");
        Path source = project.resolve("src/main/java/shop");
        for (int i = 0; i < FILES; i++) {
            Files.writeString(source.resolve("Old" + i + ".java"), """
                    package shop;

                    import com.openai.models.chat.completions.ChatCompletionCreateParams;

                    final class Old%d {
                        Object request = ChatCompletionCreateParams.builder().model("%s").addUserMessage("Hi").build();
                    }
                    """.formatted(
                            i, i % 2 == 0 ? "gpt-4-0314" : "gpt-3.5-turbo-0301"));
        }
        Maven.Run first = Maven.any().run(project, Map.of(), "keyguard:verify", "-Dkeyguard.online=never");
        assertThat(first.succeeded()).as(first.output()).isFalse();
        assertThat(ReportFile.in(project).findings("error")).hasSize(FILES);
        List<String> lines = first.lines("[ERROR]").stream()
                .filter(line -> !line.contains("Help 1") && line.length() > "[ERROR] ".length())
                .toList();
        assertThat(lines).as("errors come in groups").hasSizeLessThan(MOST_LINES);
        assertThat(first.output()).contains("mvn keyguard:baseline");

        assertThat(Maven.any()
                        .run(project, Map.of(), "keyguard:baseline", "-Dkeyguard.online=never")
                        .succeeded())
                .isTrue();
        Maven.Run second = Maven.any().run(project, Map.of(), "keyguard:verify", "-Dkeyguard.online=never");
        assertThat(second.succeeded()).as(second.output()).isTrue();

        Files.writeString(
                source.resolve("New.java"),
                Files.readString(source.resolve("Old0.java")).replace("Old0", "New"));
        Maven.Run third = Maven.any().run(project, Map.of(), "keyguard:verify", "-Dkeyguard.online=never");
        assertThat(third.succeeded()).as("a new finding").isFalse();
        assertThat(ReportFile.in(project).json().path("summary").path("errors").asInt())
                .isEqualTo(1);
    }
}
