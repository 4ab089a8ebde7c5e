package dev.keyguard.maven;

import dev.keyguard.fix.FixApplier;
import dev.keyguard.fix.FixDiff;
import dev.keyguard.fix.FixPlan;
import dev.keyguard.fix.FixPlanner;
import dev.keyguard.report.Report;
import dev.keyguard.rule.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The goal {@code fix}. */
final class Fixing {
    private final Job job;
    private final Gate gate;

    Fixing(Job job, Gate gate) {
        this.job = job;
        this.gate = gate;
    }

    /** Edits, or with {@code dryRun} shows, and says what was done. */
    List<String> fix(boolean dryRun) {
        Report report = gate.judge();
        FixPlan plan =
                new FixPlanner(job.root(), job.catalogue(), this::jars).plan(report.inventory(), report.findings());
        List<String> lines = new ArrayList<>();
        try {
            if (dryRun) {
                new FixDiff(job.root()).of(plan).lines().forEach(lines::add);
                lines.add("keyguard: " + plan.edits().size() + " edits; nothing was written (keyguard.dryRun).");
            } else {
                List<String> files = new FixApplier(job.root()).apply(plan);
                files.forEach(file -> lines.add("    edited " + file));
                lines.add("keyguard: " + plan.edits().size() + " edits in " + files.size() + " files.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        plan.manual()
                .forEach(each -> lines.add("    left to you: " + each.place() + " " + each.model() + " → "
                        + each.replacement() + ": " + each.why()));
        report.findings().stream()
                .filter(finding -> finding.suppressed().isEmpty()
                        && finding.severity() == Severity.ERROR
                        && finding.model().isPresent()
                        && finding.fix().replacement().isEmpty())
                .forEach(finding -> lines.add("    left to you: " + finding.place() + " "
                        + finding.model().orElseThrow() + ": " + finding.fix().text()));
        if (plan.unverified()) {
            lines.add("    Some replacements are the bundled table's word: no key was asked whether it may use them.");
        }
        return lines;
    }

    /** The class path of the module that a file belongs to. */
    private List<Path> jars(String file) {
        return job.workspace().modules().stream()
                .filter(module -> module.directory().isEmpty() || file.startsWith(module.directory() + "/"))
                .max(Comparator.comparingInt(module -> module.directory().length()))
                .map(module -> module.dependencies().jars())
                .orElse(List.of());
    }
}
