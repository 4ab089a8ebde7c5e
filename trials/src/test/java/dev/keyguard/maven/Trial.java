package dev.keyguard.maven;

import dev.keyguard.access.AccessBook;
import dev.keyguard.access.FakeProvider;
import dev.keyguard.fix.FixPlan;
import dev.keyguard.fix.FixPlanner;
import dev.keyguard.report.FailOn;
import dev.keyguard.report.Report;
import dev.keyguard.report.Reporter;
import dev.keyguard.report.Reporters;
import dev.keyguard.report.Summaries;
import dev.keyguard.rule.Baseline;
import dev.keyguard.rule.FileSuppression;
import dev.keyguard.rule.Fingerprints;
import dev.keyguard.rule.RuleContext;
import dev.keyguard.rule.RuleRunner;
import dev.keyguard.rule.RuleSettings;
import dev.keyguard.rule.Rules;
import dev.keyguard.rule.Severities;
import dev.keyguard.rule.SourceText;
import dev.keyguard.sdk.Catalogue;
import dev.keyguard.source.Readers;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.build.BuildModel;
import dev.keyguard.source.config.ActiveProfiles;
import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.source.tree.TreeWalk;
import dev.keyguard.source.tree.WalkOptions;
import dev.keyguard.usage.Inventory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The whole of keyguard over a folder, without Maven: as the goals put it together in directory mode. */
public final class Trial {
    private final Engine engine = new Engine(new CatalogueLoading());
    private final FakeProvider provider;
    private Optional<Baseline> baseline = Optional.empty();
    private List<FileSuppression> suppressions = List.of();

    /** @param models what every key may use */
    public Trial(String... models) {
        provider = new FakeProvider(engine.catalogue(), List.of(models));
    }

    public Trial accepting(Baseline accepted) {
        baseline = Optional.of(accepted);
        return this;
    }

    public Trial suppressing(List<FileSuppression> entries) {
        suppressions = entries;
        return this;
    }

    public Catalogue catalogue() {
        return engine.catalogue();
    }

    public Workspace workspace(Path root) {
        WalkOptions options = new WalkOptions(List.of(), List.of(), true, new BuildModel(List.of()));
        return new TreeWalk(Readers.all(), options).walk(root);
    }

    public Inventory scan(Path root) {
        return scan(workspace(root), FactsCache.none());
    }

    public Inventory scan(Workspace workspace, FactsCache cache) {
        return engine.inventory(workspace, cache, ActiveProfiles.all(), () -> {});
    }

    /** What {@code verify} reports. */
    public Report verify(Path root) {
        return judge(scan(root), root);
    }

    /** The rules' word on an inventory. */
    public Report judge(Inventory inventory, Path root) {
        AccessBook book = provider.book(inventory);
        RuleRunner.Outcome outcome = outcome(inventory, book, root);
        return new Report(
                "trial",
                inventory,
                Optional.of(book),
                outcome.findings(),
                new Summaries(FailOn.ERROR).of(inventory, book, outcome, Duration.ZERO));
    }

    private RuleRunner.Outcome outcome(Inventory inventory, AccessBook book, Path root) {
        RuleContext context = new RuleContext(inventory, book, provider.table(), FakeProvider.TODAY, 0, false);
        RuleSettings settings = new RuleSettings(Severities.DEFAULT, suppressions, baseline);
        return new RuleRunner(Rules.all(engine.catalogue()), settings, SourceText.below(root)).run(context);
    }

    public Baseline baseline(Report report, Path root) {
        return Baseline.accepting(report.findings(), new Fingerprints(report.inventory(), SourceText.below(root)));
    }

    public FixPlan fixes(Report report, Path root) {
        return new FixPlanner(root, engine.catalogue(), module -> List.of())
                .plan(report.inventory(), report.findings());
    }

    /** The report of {@code scan}, as its file. */
    public static String json(Inventory inventory, Path root) {
        Report report = new Report(
                "trial", inventory, Optional.empty(), List.of(), new Summaries(FailOn.NEVER).ofScan(inventory));
        return written(report, root).get("json");
    }

    /** Every format. */
    public static TreeMap<String, String> written(Report report, Path root) {
        TreeMap<String, String> all = new TreeMap<>();
        for (Reporter reporter : Reporters.all(SourceText.below(root), FakeProvider.TODAY)) {
            StringWriter text = new StringWriter();
            try {
                reporter.write(report, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            all.put(reporter.name(), text.toString());
        }
        return all;
    }
}
