package dev.keyguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.rule.Run;
import dev.keyguard.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsoleReportTest {
    private final Path root = Path.of("demo").toAbsolutePath();
    private final ConsoleReport console = new ConsoleReport(root, false);

    @Test
    void theFirstLineIsTheOneThatToolsKnow() {
        List<String> lines = text(Sample.report());
        assertThat(lines.get(0))
                .isEqualTo(root.resolve("src/main/java/demo/Chat.java")
                        + ":[12,9] model-not-accessible A request for gpt-4o with OPENAI_API_KEY will be refused:"
                        + " it is not in the key's list of 3 models.");
        assertThat(lines.get(1))
                .isEqualTo("    fix: Write gpt-4o-mini, the nearest relative the key may use. (mvn keyguard:fix)");
    }

    @Test
    void theTrailIsShownWhereItLeadsElsewhere() {
        assertThat(text(Sample.report()))
                .containsSequence(
                        "    written in src/main/resources/application.yml:4 (demo.model)",
                        "    looked up in src/main/java/demo/Chat.java:8 (model)",
                        "    used in src/main/java/demo/Chat.java:33");
    }

    @Test
    void notesAreCountedOnly() {
        assertThat(text(Sample.report())).anyMatch(line -> line.matches("\\d+ notes: .*model-hardcoded.*"));
        assertThat(new ConsoleReport(root, true).lines(Sample.report()).stream().map(ConsoleReport.Line::text))
                .anyMatch(line -> line.contains("] model-hardcoded "))
                .noneMatch(line -> line.matches("\\d+ notes: .*"));
    }

    @Test
    void oneLineSumsUp() {
        assertThat(text(Sample.report()))
                .contains("keyguard FAILED: 2 errors, 4 warnings, 6 model references, 2 keys in 42 files (1.2 s)");
    }

    @Test
    void manyFindingsAreGroupedAndTheBaselineOffered() {
        Run run = Run.usual().usualKey();
        for (int i = 1; i <= 60; i++) {
            run.model("gpt-4o", Sample.CHAT, i);
        }
        List<String> lines = text(Sample.report(run.listed("gpt-5"), Sample.TEXT));
        assertThat(lines).hasSizeLessThan(12);
        assertThat(lines.get(0)).startsWith("60 × model-not-accessible ");
        assertThat(lines).anyMatch(line -> line.contains("and 57 more"));
        assertThat(lines).anyMatch(line -> line.contains("mvn keyguard:baseline accepts today's findings, so that"));
    }

    @Test
    void whatWasNotCheckedIsSaidPlainly() {
        List<ConsoleReport.Line> lines = console.lines(Sample.report(
                Run.usual().usualKey().model("gpt-4o", Sample.CHAT, 3).notAsked(true), Sample.TEXT));
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.severity()).isEqualTo(Severity.WARNING);
            assertThat(line.text()).startsWith("Access was NOT checked");
        });
        assertThat(lines).extracting(ConsoleReport.Line::text).contains("    OPENAI_API_KEY is not set");
        assertThat(lines).extracting(ConsoleReport.Line::text).anyMatch(t -> t.startsWith("keyguard NOT VERIFIED: "));
    }

    @Test
    void nothingCanSteerTheTerminal() {
        assertThat(text(Sample.hostile())).noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
    }

    private List<String> text(Report report) {
        return console.lines(report).stream().map(ConsoleReport.Line::text).toList();
    }
}
