package dev.keyguard.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.keyguard.maven.Trial;
import dev.keyguard.report.Report;
import dev.keyguard.rule.Finding;
import dev.keyguard.trial.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that somebody tampered with beside one that nobody did: the latter's findings stay. */
final class ScanFuzz {
    private static final Trial TRIAL = new Trial("gpt-4o-mini", "gpt-5");
    private static final String INNOCENT = """
            package innocent;
            import com.openai.client.OpenAIClient;
            import com.openai.client.okhttp.OpenAIOkHttpClient;
            import com.openai.models.chat.completions.ChatCompletionCreateParams;
            class Innocent {
                String answer(String question) {
                    OpenAIClient client = OpenAIOkHttpClient.fromEnv();
                    return client.chat().completions().create(ChatCompletionCreateParams.builder()
                        .model("gpt-4-32k").addUserMessage(question).build()).toString();
                }
            }
            """;
    private static final Path FOLDER = folder();
    private static final Path TAMPERED = FOLDER.resolve("src/main/java/tampered/Tampered.java");
    private static final Path SETTINGS = FOLDER.resolve("src/main/resources/application.yml");

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("scan-fuzz");
            Files.createDirectories(folder.resolve("src/main/java/innocent"));
            Files.createDirectories(folder.resolve("src/main/java/tampered"));
            Files.createDirectories(folder.resolve("src/main/resources"));
            Files.writeString(folder.resolve("src/main/java/innocent/Innocent.java"), INNOCENT);
            TRIAL.verify(folder); // loads what the first input would otherwise wait for
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Java, linked and judged. */
    @FuzzTest
    void values(byte[] content) throws IOException {
        Files.write(TAMPERED, content);
        sound();
        Files.delete(TAMPERED);
    }

    /** Code in circles, made of the bytes: what mutated text seldom links to. */
    @FuzzTest
    void programs(byte[] content) throws IOException {
        Files.writeString(TAMPERED, Program.of(content));
        innocent(TRIAL.verify(FOLDER));
        Files.delete(TAMPERED);
    }

    /** Comments, annotations and configuration: whatever suppresses suppresses its own file's findings alone. */
    @FuzzTest
    void suppressions(byte[] content) throws IOException {
        String comment = new String(content, java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(
                TAMPERED,
                INNOCENT.replace("innocent", "tampered")
                        .replace("Innocent", "Tampered")
                        .replace("    String answer", comment + "\n    String answer"));
        Files.write(SETTINGS, content);
        sound();
        Files.delete(TAMPERED);
        Files.delete(SETTINGS);
    }

    private static void sound() {
        Report report = TRIAL.verify(FOLDER);
        innocent(report);
        Trial.written(report, FOLDER).forEach(Formats::sound);
    }

    private static void innocent(Report report) {
        assertThat(report.inventory().problems()).noneMatch(p -> p.message().startsWith("keyguard failed"));
        List<Finding> innocent = report.findings().stream()
                .filter(f -> f.place().file().endsWith("Innocent.java"))
                .filter(f -> f.rule().equals("model-shut-down"))
                .toList();
        assertThat(innocent).hasSize(1).allMatch(f -> f.suppressed().isEmpty());
    }
}
