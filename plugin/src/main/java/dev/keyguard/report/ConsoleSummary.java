package dev.keyguard.report;

import dev.keyguard.access.AccessBook;
import dev.keyguard.report.ConsoleReport.Line;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Severity;
import java.util.List;
import java.util.Locale;

/** The last lines: what was not checked, what was accepted, the verdict, what to do next. */
final class ConsoleSummary {
    private static final int REASONS = 5;

    private final Report report;

    ConsoleSummary(Report report) {
        this.report = report;
    }

    void add(List<Line> lines) {
        Report.Summary summary = report.summary();
        if (report.access().isPresent()) {
            notVerified(summary, lines);
        }
        report.access().map(AccessBook::answers).orElse(List.of()).stream()
                .flatMap(answer -> answer.notes().stream())
                .distinct()
                .forEach(note -> lines.add(new Line(Severity.WARNING, note)));
        baseline(summary, lines);
        lines.add(new Line(severity(), verdict(summary)));
        if (summary.verdict() == Report.Verdict.FAILED) {
            next(lines);
        }
    }

    private Severity severity() {
        return switch (report.summary().verdict()) {
            case FAILED -> Severity.ERROR;
            case NOT_VERIFIED -> report.access().isPresent() ? Severity.WARNING : Severity.INFO;
            case PASSED -> report.summary().warnings() > 0 ? Severity.WARNING : Severity.INFO;
        };
    }

    private static void notVerified(Report.Summary summary, List<Line> lines) {
        if (summary.notVerified().isEmpty() || summary.references() == 0) {
            return;
        }
        boolean all = summary.verdict() == Report.Verdict.NOT_VERIFIED;
        Severity severity = all ? Severity.WARNING : Severity.INFO;
        lines.add(new Line(
                severity,
                all
                        ? "Access was NOT checked: no provider was asked what the keys may use."
                        : "Access was not checked everywhere:"));
        summary.notVerified().stream().limit(REASONS).forEach(reason -> lines.add(new Line(severity, "    " + reason)));
        if (summary.notVerified().size() > REASONS) {
            lines.add(new Line(severity, "    … and " + (summary.notVerified().size() - REASONS) + " more"));
        }
        if (all) {
            lines.add(new Line(
                    severity,
                    "    To check it: set the key in the environment of this build, or run mvn keyguard:lock where it is"
                            + " set and commit keyguard.lock.json. -Dkeyguard.online=required insists on it."));
        }
    }

    private static void baseline(Report.Summary summary, List<Line> lines) {
        if (summary.accepted() + summary.gone() == 0) {
            return;
        }
        String gone = summary.gone() == 0
                ? ""
                : ", " + summary.gone() + " of it " + (summary.gone() == 1 ? "is" : "are")
                        + " gone (mvn keyguard:baseline forgets them)";
        lines.add(new Line(
                Severity.INFO,
                summary.accepted() + " accepted " + (summary.accepted() == 1 ? "finding" : "findings")
                        + " of the baseline remain" + (summary.accepted() == 1 ? "s" : "") + gone));
    }

    private String verdict(Report.Summary summary) {
        long keys = report.inventory().keys().stream()
                .map(key -> key.name())
                .distinct()
                .count();
        long suppressed = report.findings().stream()
                .flatMap(f -> f.suppressed().stream())
                .filter(s -> !s.by().equals("baseline"))
                .count();
        String verdict = switch (summary.verdict()) {
            case PASSED -> "passed";
            case FAILED -> "FAILED";
            case NOT_VERIFIED -> report.access().isPresent() ? "NOT VERIFIED" : "scanned";
        };
        String found = report.access().isPresent()
                ? plural(summary.errors(), "error") + ", " + plural(summary.warnings(), "warning") + ", "
                        + (suppressed > 0 ? suppressed + " suppressed, " : "")
                : "";
        String time = report.access().isPresent() ? String.format(Locale.ROOT, " (%.1f s)", summary.seconds()) : "";
        return "keyguard " + verdict + ": " + found + plural(summary.references(), "model reference") + ", "
                + plural(keys, "key") + " in " + plural(summary.filesSeen(), "file") + time;
    }

    private void next(List<Line> lines) {
        boolean fixable = report.findings().stream()
                .filter(f -> f.suppressed().isEmpty())
                .anyMatch(f -> f.fix().replacement().isPresent());
        String rule = report.findings().stream()
                .filter(f -> f.suppressed().isEmpty())
                .min((a, b) -> a.severity().compareTo(b.severity()))
                .map(Finding::rule)
                .orElse("model-not-accessible");
        if (fixable) {
            lines.add(new Line(
                    Severity.ERROR,
                    "    mvn keyguard:fix replaces what has a replacement (-Dkeyguard.dryRun shows the diff)"));
        }
        lines.add(new Line(
                Severity.ERROR,
                "    mvn keyguard:explain -Dkeyguard.rule=" + rule + " says more; mvn keyguard:baseline"
                        + " accepts today's findings"));
    }

    private static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
