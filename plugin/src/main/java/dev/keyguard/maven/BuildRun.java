package dev.keyguard.maven;

import dev.keyguard.report.Report;
import dev.keyguard.report.Report.Verdict;
import dev.keyguard.rule.Finding;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;

/** {@code verify} in a build: reports, the reactor's merged ones, and the verdict as Maven's exit status. */
final class BuildRun {
    private final Job job;
    private final Gate gate;
    private final List<String> reports;

    BuildRun(Job job, Gate gate, List<String> reports) {
        this.job = job;
        this.gate = gate;
        this.reports = reports;
    }

    void run() throws MojoFailureException {
        Publishing publishing = job.publishing(gate.asking().options().today());
        publishing.check(reports);
        new BuildCacheCheck(job.context()).warning().ifPresent(job.context().log()::warn);
        Report report = gate.judge();
        publishing.publish(report, job.output(), reports);
        reactor().ifPresent(reactor -> reactor.add(job, report, gate.failOn(), publishing, reports));
        if (report.summary().verdict() == Verdict.FAILED) {
            throw new MojoFailureException(message(report));
        }
    }

    /** Where several modules run the goal, each for itself, their reports are merged at the root. */
    private Optional<ReactorReports> reactor() {
        boolean alone = job.context().typed()
                || !(job.work() instanceof Work.Projects)
                || job.context().session().getProjects().size() < 2;
        return alone ? Optional.empty() : Optional.of(ReactorReports.of(job.context()));
    }

    private String message(Report report) {
        Report.Summary summary = report.summary();
        boolean fixable = report.findings().stream()
                .anyMatch(finding -> finding.suppressed().isEmpty()
                        && finding.fix().replacement().isPresent());
        Path shown = job.output();
        return "keyguard: " + count(summary.errors(), "error") + " and " + count(summary.warnings(), "warning")
                + " in the use of LLM models and keys. "
                + (fixable
                        ? "`mvn keyguard:fix` replaces what has a replacement. "
                        : "`mvn keyguard:explain -Dkeyguard.rule=" + worst(report) + "` says what to do. ")
                + "Reports are in " + shown + ".";
    }

    private static String worst(Report report) {
        return report.findings().stream()
                .filter(finding -> finding.suppressed().isEmpty())
                .min(Comparator.comparing(Finding::severity))
                .map(Finding::rule)
                .orElse("model-not-accessible");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
