package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code fix} on every sample: only ids change, it compiles, the gate is green, and a second run changes nothing. */
final class FixIT {
    private static final String LOCK = """
            {"schemaVersion": 1, "tool": "test", "keys": [
              {"key": "OPENAI_API_KEY", "service": "openai", "baseUrl": "https://api.openai.com/v1", "profile": "openai",
               "checkedAt": "2026-11-25T00:00:00Z", "models": {"gpt-4.1": null, "gpt-4o-mini": null}}]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openai-java | src/main/java/shop/Support.java                 | gpt-4o                     | gpt-4o-mini",
                "langchain4j | src/main/java/shop/Summary.java                 | OpenAiChatModelName.GPT_4_O | OpenAiChatModelName.GPT_4_O_MINI",
                "spring-ai   | src/main/resources/application.yml              | gpt-4o                     | gpt-4o-mini",
                "quarkus     | src/main/resources/application.properties       | gpt-4o                     | gpt-4o-mini",
                "http        | src/main/java/shop/Translator.java              | gpt-4o                     | gpt-4o-mini",
                "reactor     | models/src/main/java/shop/Models.java           | gpt-4o                     | gpt-4o-mini",
            })
    void only_the_id_changes_and_all_is_well(String sample, String file, String old, String fresh) throws Exception {
        Path project = Setup.sample(sample, "fix-" + sample);
        Files.writeString(project.resolve("keyguard.lock.json"), LOCK);
        Map<String, String> before = sources(project);

        Maven.Run fix = keyguard(project, "keyguard:fix");
        assertThat(fix.succeeded()).as(fix.output()).isTrue();
        Map<String, String> expected = new TreeMap<>(before);
        expected.computeIfPresent(file, (name, text) -> text.replace(old, fresh));
        assertThat(sources(project)).isEqualTo(expected).isNotEqualTo(before);

        Maven.Run again = keyguard(project, "keyguard:fix", "verify");
        assertThat(again.succeeded()).as(again.output()).isTrue();
        assertThat(again.output()).contains("keyguard: 0 edits");
        assertThat(sources(project)).isEqualTo(expected);
        assertThat(ReportFile.in(project).findings("error")).isEmpty();
    }

    private static Maven.Run keyguard(Path project, String... goals) throws Exception {
        return Maven.any()
                .run(
                        project,
                        Map.of(),
                        Stream.concat(
                                        Stream.of(goals),
                                        Stream.of("-Dkeyguard.online=never", "-Dkeyguard.lockMaxAge=36500d"))
                                .toArray(String[]::new));
    }

    /** The text of each file that is not built. */
    private static Map<String, String> sources(Path project) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = project.relativize(file).toString().replace('\\', '/');
                if (!("/" + name).contains("/target/")) {
                    sources.put(name, Files.readString(file));
                }
            }
        }
        return sources;
    }
}
