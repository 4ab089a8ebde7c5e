package dev.keyguard.report;

import dev.keyguard.rule.Severity;
import dev.keyguard.rule.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What the template shows; names as in {@code keyguard.html.mustache}. */
record HtmlPage(
        String version,
        String date,
        String verdict,
        String headline,
        String subline,
        boolean scan,
        List<Tile> tiles,
        List<String> notVerified,
        HtmlMatrix matrix,
        HtmlTimeline timeline,
        HtmlFindings findings,
        HtmlReferences references) {
    /** A figure with its word. */
    record Tile(String kind, long count, String label) {}

    static HtmlPage of(Report report, SourceText text, Ends ends, LocalDate today) {
        Report.Summary summary = report.summary();
        boolean scan = report.access().isEmpty();
        HtmlMatrix matrix = HtmlMatrix.of(report, ends, today);
        HtmlFindings findings = HtmlFindings.of(report, text);
        return new HtmlPage(
                report.toolVersion(),
                today.toString(),
                colour(summary),
                headline(report),
                subline(report),
                scan,
                tiles(matrix),
                scan ? List.of() : summary.notVerified().stream().map(Inert::of).toList(),
                matrix,
                HtmlTimeline.of(report, ends, today),
                findings,
                HtmlReferences.of(report));
    }

    private static String headline(Report report) {
        Report.Summary summary = report.summary();
        if (report.access().isEmpty()) {
            return "Scanned";
        }
        return switch (summary.verdict()) {
            case FAILED ->
                onlyModels(report)
                        ? plural(summary.errors(), "request") + " of this code will be refused"
                        : "Failed, with " + plural(summary.errors(), "error");
            case PASSED -> passed(summary);
            case NOT_VERIFIED ->
                summary.errors() == 0
                        ? "Not verified: no provider was asked"
                        : plural(summary.errors(), "error") + " by what is announced; no provider was asked";
        };
    }

    private static String passed(Report.Summary summary) {
        if (summary.errors() > 0) {
            return plural(summary.errors(), "error") + ", which this build lets pass";
        }
        return summary.warnings() == 0
                ? "Nothing in this code will be refused"
                : "Passed, with " + plural(summary.warnings(), "warning");
    }

    /** The colour of the head: a build that lets errors pass is no green one. */
    private static String colour(Report.Summary summary) {
        return summary.errors() > 0
                ? Report.Verdict.FAILED.label()
                : summary.verdict().label();
    }

    private static boolean onlyModels(Report report) {
        return report.summary().errors() > 0
                && FindingText.open(report).stream()
                        .filter(f -> f.severity() == Severity.ERROR)
                        .allMatch(f -> f.reference().isPresent());
    }

    private static String subline(Report report) {
        Report.Summary summary = report.summary();
        String counts = report.access().isEmpty()
                ? ""
                : plural(summary.errors(), "error") + ", " + plural(summary.warnings(), "warning") + ", "
                        + plural(summary.infos(), "note") + " · ";
        String time = report.access().isEmpty() ? "" : String.format(Locale.ROOT, " · %.1f s", summary.seconds());
        return counts + plural(summary.references(), "model reference") + " in " + plural(summary.filesSeen(), "file")
                + time;
    }

    private static List<Tile> tiles(HtmlMatrix matrix) {
        return List.of(
                new Tile("bad", matrix.models("bad"), "refused"),
                new Tile("soon", matrix.models("soon"), "going away"),
                new Tile("good", matrix.models("good"), "available"),
                new Tile("unknown", matrix.models("unknown"), "unknown"));
    }

    /** «reason» or «reasons», for the box that lists them. */
    String notVerifiedNoun() {
        return notVerified.size() == 1 ? "reason" : "reasons";
    }

    static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
