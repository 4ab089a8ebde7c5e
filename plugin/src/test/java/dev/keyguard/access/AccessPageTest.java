package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/access.md} are the data's. Run with {@code -Dkeyguard.recreate=true} to write the long one anew. */
final class AccessPageTest {
    private static final int SAID = 110;

    @Test
    void everyMeaningStandsInThePage() throws IOException {
        RefusalClassifier classifier = RefusalClassifier.load();
        List<String> expected = Arrays.stream(Refusal.Meaning.values())
                .map(meaning -> "| `" + meaning + "` | "
                        + classifier.rule(meaning).map(rule -> "`" + rule + "`").orElse("none: access stays unknown")
                        + " | "
                        + classifier.advice(meaning) + " |")
                .toList();
        assertThat(section("meanings")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyProfileStandsInThePage() throws IOException {
        ProviderProfiles profiles = ProviderProfiles.load();
        List<String> expected = profiles.ids().stream()
                .map(id -> profiles.named(id).orElseThrow())
                .map(profile -> "| `" + profile.id() + "` | " + profile.name() + " | "
                        + String.join(
                                ", ",
                                profile.keyNames().stream()
                                        .limit(3)
                                        .map(name -> "`" + name + "`")
                                        .toList())
                        + " | " + (profile.listed() ? "usable" : "proves nothing") + " | "
                        + (profile.exhaustive() ? "refused" : "proves nothing") + " |")
                .toList();
        assertThat(section("profiles")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyRealRequestStandsInThePage() throws IOException {
        Map<String, Probe> requests = new LinkedHashMap<>();
        for (String operation : List.of("chat", "responses", "embedding", "moderation", "completion")) {
            requests.put(
                    operation,
                    Probes.load()
                            .of(new Wanted("x", operation), Optional.empty())
                            .orElseThrow());
        }
        List<String> expected = requests.values().stream()
                .map(probe -> "| " + probe.operation() + " | " + String.join(", ", probe.kinds()) + " | `POST …/"
                        + probe.path() + "` | " + probe.cost() + " |")
                .toList();
        assertThat(section("probes")).containsExactlyElementsOf(expected);
    }

    @Test
    void everyRecordedRefusalStandsInThePage() throws IOException {
        RefusalClassifier classifier = RefusalClassifier.load();
        List<String> expected = RefusalClassifierTest.recorded().stream()
                .map(recorded -> {
                    Refusal refusal = classifier.classify(recorded.status(), recorded.body(), new Scrubber());
                    return "| " + recorded.provider() + " | " + recorded.status() + " | " + said(recorded, refusal)
                            + " | `" + refusal.meaning() + "` | "
                            + classifier
                                    .rule(refusal.meaning())
                                    .map(rule -> "`" + rule + "`")
                                    .orElse("unknown") + " |";
                })
                .toList();
        if (Boolean.getBoolean("keyguard.recreate")) {
            recreate("bodies", expected);
        }
        assertThat(section("bodies")).containsExactlyElementsOf(expected);
    }

    private static String said(RefusalClassifierTest.Recorded recorded, Refusal refusal) {
        String text = refusal.message().isBlank() ? recorded.body() : refusal.message();
        String line = text.replaceAll("\\s+", " ").replace("|", "/").replace("<", "&lt;");
        return line.length() <= SAID ? line : line.substring(0, SAID) + "…";
    }

    private static void recreate(String name, List<String> rows) throws IOException {
        String text = Files.readString(page());
        String begin = "<!-- " + name + " -->";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- /" + name + " -->");
        List<String> head = text.substring(from, to).strip().lines().limit(2).toList();
        String table = Stream.concat(head.stream(), rows.stream()).collect(Collectors.joining("\n"));
        Files.writeString(page(), text.substring(0, from) + "\n\n" + table + "\n\n" + text.substring(to));
    }

    private static Path page() {
        return Stream.of(Path.of("docs/access.md"), Path.of("../docs/access.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    /** The rows of the table between the two comments, without its head. */
    private static List<String> section(String name) throws IOException {
        String text = Files.readString(page());
        String begin = "<!-- " + name + " -->";
        return text.substring(text.indexOf(begin) + begin.length(), text.indexOf("<!-- /" + name + " -->"))
                .strip()
                .lines()
                .skip(2)
                .toList();
    }
}
