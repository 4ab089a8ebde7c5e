package dev.keyguard.report;

import dev.keyguard.rule.SourceText;
import java.time.LocalDate;
import java.util.List;

/** The report formats. The console is no file: see {@link ConsoleReport}. */
public final class Reporters {
    private Reporters() {}

    /**
     * Every reporter.
     *
     * @param text  of the scanned tree, for excerpts
     * @param today what shutdowns are counted from
     */
    public static List<Reporter> all(SourceText text, LocalDate today) {
        return List.of(
                new JsonReporter(),
                new SarifReporter(text),
                new JunitReporter(),
                new CheckstyleReporter(),
                new GitlabReporter(text),
                new GithubReporter(),
                new CyclonedxReporter(),
                new HtmlReporter(text, today));
    }
}
