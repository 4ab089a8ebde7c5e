package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/access.md} are the data's. */
final class AccessPageTest {
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

    /** The rows of the table between the two comments, without its head. */
    private static List<String> section(String name) throws IOException {
        Path page = Stream.of(Path.of("docs/access.md"), Path.of("../docs/access.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        String text = Files.readString(page);
        String begin = "<!-- " + name + " -->";
        return text.substring(text.indexOf(begin) + begin.length(), text.indexOf("<!-- /" + name + " -->"))
                .strip()
                .lines()
                .skip(2)
                .toList();
    }
}
