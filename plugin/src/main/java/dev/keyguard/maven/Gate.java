package dev.keyguard.maven;

import dev.keyguard.access.AccessBook;
import dev.keyguard.access.BundledModelTable;
import dev.keyguard.access.ModelTable;
import dev.keyguard.access.Online;
import dev.keyguard.report.FailOn;
import dev.keyguard.report.Report;
import dev.keyguard.report.Summaries;
import dev.keyguard.rule.Baseline;
import dev.keyguard.rule.BaselineFile;
import dev.keyguard.rule.FileSuppression;
import dev.keyguard.rule.Fingerprints;
import dev.keyguard.rule.RuleContext;
import dev.keyguard.rule.RuleRunner;
import dev.keyguard.rule.RuleSettings;
import dev.keyguard.rule.Rules;
import dev.keyguard.rule.Severities;
import dev.keyguard.rule.SourceText;
import dev.keyguard.rule.SuppressionFile;
import dev.keyguard.usage.Inventory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Inventory, answers and rules make a report with a verdict. */
final class Gate {
    private final Job job;
    private final Asking asking;
    private final RuleOptions rules;
    private final FailOn failOn;

    Gate(Job job, AccessOptions access, RuleOptions rules, String failOn) {
        this.job = job;
        this.asking = new Asking(job, access);
        this.rules = rules;
        this.failOn = FailOn.parse(failOn);
    }

    /** The whole of {@code verify} but for what is done about it. */
    Report judge() {
        Inventory inventory = asking.inventory();
        AccessBook book = asking.book();
        RuleRunner.Outcome outcome = outcome(inventory, book, baseline());
        if (!whole()) {
            outcome = new RuleRunner.Outcome(outcome.findings(), 0); // the baseline speaks of other modules too
        }
        return new Report(
                Version.current(),
                inventory,
                Optional.of(book),
                outcome.findings(),
                new Summaries(failOn).of(inventory, book, outcome, job.elapsed()));
    }

    FailOn failOn() {
        return failOn;
    }

    Asking asking() {
        return asking;
    }

    ModelTable table() {
        return BundledModelTable.load();
    }

    /** The goal {@code baseline}: accepts all findings there are. */
    List<String> acceptAll() {
        Inventory inventory = asking.inventory();
        RuleRunner.Outcome outcome = outcome(inventory, asking.book(), Optional.empty());
        Baseline baseline = Baseline.accepting(outcome.findings(), new Fingerprints(inventory, text()));
        Path file = baselineFile();
        try {
            new BaselineFile(file).write(baseline);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("keyguard: " + baseline.size() + " findings accepted in " + file
                + "; commit it. From now on only new findings fail.");
    }

    /** Whether the work is all that a baseline can speak of. */
    private boolean whole() {
        return !(job.work() instanceof Work.Projects projects)
                || projects.checked().size()
                        >= job.context().session().getProjects().size();
    }

    private RuleRunner.Outcome outcome(Inventory inventory, AccessBook book, Optional<Baseline> baseline) {
        RuleSettings settings = new RuleSettings(Severities.parse(rules.severities()), suppressions(), baseline);
        if (inventory.isEmpty() && settings.acceptsNothing()) {
            return new RuleRunner.Outcome(List.of(), 0);
        }
        RuleContext context = new RuleContext(
                inventory,
                book,
                table(),
                asking.options().today(),
                rules.failWithin(),
                asking.options().online() == Online.REQUIRED);
        return new RuleRunner(Rules.all(job.catalogue()), settings, text()).run(context);
    }

    private SourceText text() {
        return SourceText.below(job.root());
    }

    /** What the verdict depends on besides the project's own files, whether it is there or not. */
    List<Path> files() {
        return List.of(asking.lockFile(), baselineFile(), suppressionFile());
    }

    private Path suppressionFile() {
        return job.file(rules.suppressionFile(), SuppressionFile.NAME);
    }

    private Path baselineFile() {
        return job.file(rules.baselineFile(), BaselineFile.NAME);
    }

    private Optional<Baseline> baseline() {
        Path file = baselineFile();
        try {
            return present(file, rules.baselineFile()) ? Optional.of(new BaselineFile(file).read()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<FileSuppression> suppressions() {
        Path file = suppressionFile();
        try {
            return present(file, rules.suppressionFile())
                    ? new SuppressionFile(file, job.shown(file)).read()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The usual file may be missing; one that the user named may not. */
    private static boolean present(Path file, Optional<Path> named) {
        if (named.isPresent() && !Files.isRegularFile(file)) {
            throw new BadParameterException("There is no file " + file + ". Correct the parameter or leave it out.");
        }
        return Files.isRegularFile(file);
    }
}
