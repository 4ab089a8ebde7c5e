package dev.keyguard.report;

import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** GitHub's workflow commands, which show findings beside the lines of a pull request; for standard output. */
final class GithubReporter implements Reporter {
    /** GitHub shows ten of a kind for each step and drops the others. */
    private static final int SHOWN = 10;

    @Override
    public String name() {
        return "github";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.empty();
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        for (Severity severity : Severity.values()) {
            List<Finding> findings = FindingText.open(report).stream()
                    .filter(f -> f.severity() == severity)
                    .sorted(Comparator.comparing(Finding::place))
                    .limit(SHOWN)
                    .toList();
            for (Finding finding : findings) {
                out.write("::" + command(severity) + " file="
                        + property(finding.place().file()) + ",line="
                        + finding.place().line() + ",col=" + finding.place().column() + ",title=keyguard "
                        + property(finding.rule()) + "::" + data(FindingText.lines(finding)) + "\n");
            }
        }
    }

    private static String command(Severity severity) {
        return severity == Severity.INFO ? "notice" : severity.label();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(Inert.of(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
