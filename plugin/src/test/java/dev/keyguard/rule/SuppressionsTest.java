package dev.keyguard.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyguard.access.Refusal;
import dev.keyguard.source.Place;
import dev.keyguard.value.Hop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SuppressionsTest {
    private static final String FILE = "src/main/java/demo/Chat.java";

    @TempDir
    Path folder;

    @Test
    void aCommentOnTheLineOrAloneAboveIt() {
        assertThat(refused()
                        .comment(FILE, 12, "model-not-accessible we know", false)
                        .findings())
                .singleElement()
                .satisfies(f -> assertThat(f.suppressed())
                        .contains(new Finding.Suppressed("comment", "we know", Optional.empty())));
        assertThat(open(refused().comment(FILE, 11, "", true))).isEmpty();
        assertThat(open(refused()
                        .comment(FILE, 10, "model-not-accessible", true)
                        .comment(FILE, 11, "key-rejected", true)))
                .doesNotContain("model-not-accessible");
    }

    @Test
    void aCommentElsewhereOrForAnotherRuleDoesNothingAndIsReported() {
        assertThat(open(refused().comment(FILE, 11, "model-not-accessible", false)))
                .containsExactlyInAnyOrder("model-not-accessible", "suppression-unused");
        assertThat(open(refused().comment(FILE, 12, "model-shut-down", false)))
                .containsExactlyInAnyOrder("model-not-accessible", "suppression-unused");
        assertThat(refused().comment(FILE, 12, "model-not-accesible", false).findings())
                .anyMatch(f -> f.message().contains("did you mean model-not-accessible?"));
    }

    @Test
    void anyHopOfTheTrailCounts() {
        Place yml = new Place("application.yml", 4, 16);
        Run run = Run.usual()
                .usualKey()
                .model(
                        "gpt-4o",
                        r -> r.trail(
                                new Hop(Hop.Kind.WRITTEN, yml, Optional.empty()),
                                new Hop(Hop.Kind.USED, new Place(FILE, 30, 9), Optional.empty())))
                .listed("gpt-5");
        assertThat(open(run.comment(FILE, 30, "model-not-accessible", false))).isEmpty();
    }

    @Test
    void aModelsLineDoesNotSilenceItsKey() {
        Run run = Run.usual()
                .usualKey()
                .model("gpt-4o", FILE, 12)
                .refused(Refusal.Meaning.KEY_INVALID, "")
                .comment(FILE, 12, "", false);
        assertThat(open(run)).contains("key-rejected");
    }

    @Test
    void anAnnotationCoversItsLines() {
        assertThat(open(refused().region(FILE, 5, 20, "model-not-accessible"))).isEmpty();
        assertThat(open(refused().region(FILE, 5, 20, ""))).isEmpty();
        assertThat(open(refused().region(FILE, 13, 20, ""))).contains("model-not-accessible", "suppression-unused");
    }

    @Test
    void whatNobodyWasAskedIsNotUnused() {
        Run offline = Run.usual().usualKey().model("gpt-4o", FILE, 12).notAsked(false);
        assertThat(open(offline.comment(FILE, 12, "model-not-accessible", false)))
                .isEmpty();
        assertThat(open(offline.comment(FILE, 12, "key-hardcoded", false))).containsExactly("suppression-unused");
    }

    @Test
    void theFileHoldsUntilItsDay() throws IOException {
        RuleSettings today = settings("""
                suppressions:
                  - rule: model-not-accessible
                    path: src/main/**
                    model: gpt-4*
                    reason: rewritten soon
                    until: 2026-11-25
                """);
        assertThat(open(refused().findings(today))).doesNotContain("model-not-accessible", "suppression-unused");
        RuleSettings over = settings("""
                - rule: model-not-accessible
                  reason: rewritten soon
                  until: 2026-11-24
                """);
        assertThat(refused().findings(over))
                .anyMatch(f -> f.rule().equals("suppression-unused")
                        && f.place().equals(new Place(SuppressionFile.NAME, 1, 3))
                        && f.message().contains("expired on 2026-11-24"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule: model-shut-down",
                "path: src/test/**",
                "path: '*.java'",
                "model: gpt-5*",
                "rule: model-not-accessible, path: src/test/**, model: gpt-4o",
                "rule: model-not-accessible, path: src/main/**, model: gpt-4"
            })
    void anEntryForSomethingElseHidesNothing(String what) throws IOException {
        assertThat(open(refused().findings(settings("- {" + what + ", reason: for another}\n"))))
                .contains("model-not-accessible", "suppression-unused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "model"})
    void aGlobThatNobodyUnderstandsIsSaidAtOnce(String what) {
        assertThatThrownBy(() -> settings("- " + what + ": '{a'\n  reason: b\n"))
                .isInstanceOf(BadSettingException.class)
                .hasMessageStartingWith("keyguard-suppressions.yml:1: ");
    }

    @Test
    void yamlIsBounded() {
        assertThatThrownBy(() -> settings("- rule: " + "[".repeat(50) + "]".repeat(50) + "\n  reason: b\n"))
                .isInstanceOf(BadSettingException.class);
        assertThatThrownBy(() -> settings("#".repeat(5 << 20))).hasMessageContaining("larger than 4 MB");
    }

    @Test
    void aBadFileSaysWhereAndWhat() {
        assertThatThrownBy(() -> settings("- rule: model-unknown\n"))
                .isInstanceOf(BadSettingException.class)
                .hasMessage("keyguard-suppressions.yml:1: an entry needs a reason");
        assertThatThrownBy(() -> settings("- rule: a\n  reason: b\n  until: soon\n"))
                .hasMessage("keyguard-suppressions.yml:3: until is a day like 2027-01-31");
        assertThatThrownBy(() -> settings("- rules: a\n")).hasMessageContaining(":1: «rules» is not known here");
        assertThatThrownBy(() -> settings("- rule: [\n")).hasMessageContaining("this is no YAML");
        assertThatThrownBy(() -> settings("- !!java.net.URL [x]\n")).isInstanceOf(BadSettingException.class);
    }

    @Test
    void severitiesAreTheUsers() {
        RuleSettings off = new RuleSettings(
                Severities.parse(Map.of("model-not-accessible", "off", "model-hardcoded", "error")),
                List.of(),
                Optional.empty());
        assertThat(refused().findings(off))
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("model-hardcoded", Severity.ERROR));
        assertThatThrownBy(() -> Severities.parse(Map.of("model-unkown", "off")))
                .hasMessageContaining("did you mean model-unknown?");
        assertThatThrownBy(() -> Severities.parse(Map.of("model-unknown", "loud")))
                .hasMessageContaining("use error, warning, info or off");
    }

    private RuleSettings settings(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve(SuppressionFile.NAME), yaml);
        return new RuleSettings(
                Severities.DEFAULT, new SuppressionFile(file, SuppressionFile.NAME).read(), Optional.empty());
    }

    private static Run refused() {
        return Run.usual().usualKey().model("gpt-4o", FILE, 12).listed("gpt-5");
    }

    private static List<String> open(Run run) {
        return open(run.findings());
    }

    private static List<String> open(List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.suppressed().isEmpty())
                .map(Finding::rule)
                .filter(rule -> !rule.equals("model-hardcoded"))
                .toList();
    }
}
