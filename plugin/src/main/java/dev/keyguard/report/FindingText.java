package dev.keyguard.report;

import dev.keyguard.rule.Finding;
import java.util.List;

/** A finding in one piece of text, for formats that have no place of their own for trail and fix. */
final class FindingText {
    private FindingText() {}

    /** Message, trail and fix, a line each. */
    static String lines(Finding finding) {
        StringBuilder text = new StringBuilder(Inert.of(finding.message()));
        for (String step : TrailText.lines(finding)) {
            text.append("\n  ").append(step);
        }
        if (!finding.fix().text().isEmpty()) {
            text.append("\nfix: ").append(fix(finding));
        }
        return text.toString();
    }

    /** What to do, with the command. */
    static String fix(Finding finding) {
        String command = finding.fix().command().map(c -> " (" + c + ")").orElse("");
        return Inert.of(finding.fix().text() + command);
    }

    /** Findings that count. */
    static List<Finding> open(Report report) {
        return report.findings().stream().filter(f -> f.suppressed().isEmpty()).toList();
    }
}
