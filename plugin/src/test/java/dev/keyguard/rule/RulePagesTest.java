package dev.keyguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read about a rule is what the code does. */
final class RulePagesTest {
    static List<Rule> rules() {
        return Rules.all();
    }

    @Test
    void everyRuleIsOneFinalClassOfItsNameAndHasOneExample() {
        assertThat(Rules.all())
                .extracting(Rule::id)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(RuleScenarios.all().keySet());
        assertThat(Rules.all()).allSatisfy(rule -> {
            String words = rule.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
            assertThat(words.toLowerCase(Locale.ROOT)).isEqualTo(rule.id());
            assertThat(rule.getClass()).isFinal();
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void thePageTellsSeverityAndSummary(Rule rule) {
        RulePage page = RulePage.of(rule);
        assertThat(page.markdown())
                .startsWith("# " + rule.id() + "\n")
                .contains("**Default severity:** " + rule.severity().label(), "\n" + rule.summary() + "\n");
        assertThat(Stream.of("Why it matters", "Example", "How to fix it", "How to suppress it"))
                .allSatisfy(title -> assertThat(page.section(title)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theExampleSaysWhatKeyguardSays(Rule rule) {
        List<Finding> found = RuleScenarios.all().get(rule.id()).findings(RuleSettings.NONE).stream()
                .filter(f -> f.rule().equals(rule.id()))
                .toList();
        assertThat(found).hasSize(1);
        String example = RulePage.of(rule).section("Example").orElseThrow();
        assertThat(example).contains(rule.id() + " " + found.get(0).message());
        assertThat(example).contains("fix: " + found.get(0).fix().text());
    }

    @Test
    void thereIsNoPageWithoutARule() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("..", "docs", "rules"))) {
            assertThat(pages.map(p -> p.getFileName().toString()).filter(n -> !n.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(
                            Rules.all().stream().map(rule -> rule.id() + ".md").toList());
        }
    }

    @Test
    void theIndexNamesEveryRule() throws IOException {
        String index = Files.readString(Path.of("..", "docs", "rules", "README.md"));
        assertThat(Rules.all())
                .allSatisfy(rule -> assertThat(index)
                        .contains("| [" + rule.id() + "](" + rule.id() + ".md) | "
                                + rule.severity().label() + " | " + rule.summary() + " |"));
    }
}
