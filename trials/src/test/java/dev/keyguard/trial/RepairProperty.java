package dev.keyguard.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.fix.Edit;
import dev.keyguard.fix.FixApplier;
import dev.keyguard.fix.FixPlan;
import dev.keyguard.maven.Trial;
import dev.keyguard.report.Report;
import dev.keyguard.report.Report.Verdict;
import dev.keyguard.rule.BaselineFile;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Severity;
import dev.keyguard.rule.SuppressionFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What people do about findings, and undo. */
final class RepairProperty {
    private static final String[] LIST = {"gpt-4o-mini", "gpt-5", "gpt-5-mini", "gpt-5.1"};
    private static final Trial TRIAL = new Trial(LIST);

    @Property
    void fix_is_minimal_and_does_nothing_the_second_time(@ForAll Project project) {
        project.in(1, folder -> {
            Report before = TRIAL.verify(folder);
            FixPlan plan = TRIAL.fixes(before, folder);
            Map<String, String> expected = new TreeMap<>(project.files());
            expected.replaceAll((path, text) -> edited(text, plan, path));
            new FixApplier(folder).apply(plan);
            assertThat(Project.read(folder).files()).isEqualTo(expected);
            assertThat(plan.edits())
                    .allSatisfy(edit -> assertThat(edit.oldText() + edit.newText())
                            .as("no more than the id")
                            .doesNotContain("\n", " ", "(", ";"));

            Report after = TRIAL.verify(folder);
            assertThat(TRIAL.fixes(after, folder).edits()).isEmpty();
            assertThat(refusals(after).stream()
                            .filter(f -> f.fix().replacement().isPresent())
                            .toList())
                    .hasSize(plan.manual().size());
            return null;
        });
    }

    private static String edited(String text, FixPlan plan, String path) {
        String changed = text;
        for (Edit edit : plan.edits().stream()
                .filter(e -> e.file().equals(path))
                .sorted(java.util.Comparator.<Edit>naturalOrder().reversed())
                .toList()) {
            changed = changed.substring(0, edit.start()) + edit.newText() + changed.substring(edit.end());
        }
        return changed;
    }

    private static List<Finding> refusals(Report report) {
        return report.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR && f.suppressed().isEmpty())
                .toList();
    }

    @Property
    void what_is_suppressed_and_not_any_more_is_as_before(@ForAll Project project) {
        project.in(1, folder -> {
            Report before = TRIAL.verify(folder);
            Path file = folder.resolve(SuppressionFile.NAME);
            StringBuilder entries = new StringBuilder();
            for (Finding finding : refusals(before)) {
                entries.append("- rule: ").append(finding.rule()).append("\n  path: ");
                entries.append(finding.place().file()).append("\n  reason: a trial\n");
            }
            Files.writeString(file, entries.toString());
            Report suppressed = new Trial(LIST)
                    .suppressing(new SuppressionFile(file, SuppressionFile.NAME).read())
                    .verify(folder);
            assertThat(refusals(suppressed)).isEmpty();
            assertThat(suppressed.findings().stream().map(Finding::message).toList())
                    .containsAll(
                            before.findings().stream().map(Finding::message).toList());
            Files.delete(file);
            assertThat(TRIAL.verify(folder).findings()).isEqualTo(before.findings());
            return null;
        });
    }

    @Property
    void a_comment_and_its_removal_do_the_same(@ForAll Project project) {
        project.in(1, folder -> {
            Report before = TRIAL.verify(folder);
            Project marked = project;
            for (Finding finding : refusals(before)) {
                marked = marked.with(
                        finding.place().file(),
                        marked(marked.files().get(finding.place().file()), finding));
            }
            assertThat(marked.<List<Finding>>in(2, other -> refusals(TRIAL.verify(other))))
                    .isEmpty();
            assertThat(project.<Report>in(3, TRIAL::verify).findings()).isEqualTo(before.findings());
            return null;
        });
    }

    private static String marked(String text, Finding finding) {
        String[] lines = text.split("\n", -1);
        int at = finding.place().line() - 1;
        String comment = finding.place().file().endsWith(".java") ? " // " : " # ";
        boolean properties = finding.place().file().endsWith(".properties");
        if (!lines[at].contains("keyguard:ignore")) {
            lines[at] = properties
                    ? "# keyguard:ignore a trial\n" + lines[at]
                    : lines[at] + comment + "keyguard:ignore a trial";
        }
        return String.join("\n", lines);
    }

    @Property
    void the_baseline_of_a_run_makes_that_run_green(@ForAll Project project) {
        project.in(1, folder -> {
            Report before = TRIAL.verify(folder);
            Path file = folder.resolve(BaselineFile.NAME);
            new BaselineFile(file).write(TRIAL.baseline(before, folder));
            Report after =
                    new Trial(LIST).accepting(new BaselineFile(file).read()).verify(folder);
            assertThat(after.summary().verdict()).isNotEqualTo(Verdict.FAILED);
            assertThat(after.findings()).allMatch(f -> f.suppressed().isPresent());
            assertThat(after.summary().gone()).isZero();
            assertThat(after.summary().accepted()).isEqualTo(before.findings().size());
            return null;
        });
    }
}
