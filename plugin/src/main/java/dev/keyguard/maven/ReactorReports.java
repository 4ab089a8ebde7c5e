package dev.keyguard.maven;

import dev.keyguard.report.FailOn;
import dev.keyguard.report.Report;
import dev.keyguard.report.Summaries;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.RuleRunner;
import dev.keyguard.source.Place;
import dev.keyguard.usage.Inventory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.maven.project.MavenProject;

/**
 * The modules' reports of one session, merged. Written again after each module that has something to say, so that
 * neither {@code --fail-at-end} nor a failure in the middle loses any; the summary is logged when the last has come.
 */
final class ReactorReports {
    private final Map<String, Report> byModule = new TreeMap<>();
    private final Path output;
    private final int expected;

    private ReactorReports(Path output, int expected) {
        this.output = output;
        this.expected = expected;
    }

    static ReactorReports of(MavenContext context) {
        return ReactorState.of(context.session()).once(ReactorReports.class, ReactorReports.class, () -> {
            MavenProject top = context.session().getTopLevelProject();
            Path folder = Path.of(top.getBuild().getDirectory()).resolve("keyguard");
            return new ReactorReports(folder, new WorkSelection(context).bound());
        });
    }

    /** Takes a module's report in. */
    synchronized void add(Job job, Report report, FailOn failOn, Publishing publishing, List<String> names) {
        byModule.put(job.context().project().getId(), report);
        boolean last = byModule.size() == expected;
        boolean worthIt =
                !report.inventory().references().isEmpty() || !report.findings().isEmpty();
        if (byModule.size() > 1 && (last || worthIt)) {
            Report merged = merged(failOn);
            publishing.files(merged, output, names);
            if (last) {
                Report.Summary summary = merged.summary();
                job.context()
                        .log()
                        .info("keyguard, all " + expected + " modules: " + summary.errors() + " errors, "
                                + summary.warnings() + " warnings, " + summary.references()
                                + " model references; merged reports in " + output);
            }
        }
    }

    private Report merged(FailOn failOn) {
        Collection<Report> all = byModule.values();
        Inventory inventory = inventory(all.stream().map(Report::inventory).toList());
        MergedBook book = new MergedBook(
                all.stream().map(Report::access).flatMap(Optional::stream).toList());
        List<Finding> findings = sorted(
                all,
                Report::findings,
                Comparator.comparing(Finding::place)
                        .thenComparing(Finding::rule)
                        .thenComparing(Finding::message));
        double seconds =
                all.stream().mapToDouble(report -> report.summary().seconds()).sum();
        int gone = all.stream().mapToInt(report -> report.summary().gone()).sum();
        Report.Summary summary = new Summaries(failOn)
                .of(inventory, book, new RuleRunner.Outcome(findings, gone), Duration.ofMillis((long)
                        (seconds * 1000)));
        return new Report(Version.current(), inventory, Optional.of(book), findings, summary);
    }

    private static Inventory inventory(List<Inventory> all) {
        return new Inventory(
                sorted(all, Inventory::references, Comparator.naturalOrder()),
                sorted(all, Inventory::keys, Comparator.naturalOrder()),
                sorted(all, Inventory::notes, Comparator.comparing(note -> note.place())),
                sorted(all, Inventory::problems, Comparator.comparing(problem -> problem.place())),
                sorted(all, Inventory::suppressions, Comparator.comparing(comment -> comment.place())),
                sorted(
                        all,
                        Inventory::annotations,
                        Comparator.comparing(region -> new Place(region.file(), Math.max(1, region.firstLine()), 1))),
                all.stream().mapToInt(Inventory::filesSeen).sum(),
                all.stream().mapToInt(Inventory::filesParsed).sum());
    }

    private static <A, B> List<B> sorted(Collection<A> all, Function<A, List<B>> part, Comparator<? super B> order) {
        List<B> list = new ArrayList<>(
                all.stream().map(part).flatMap(List::stream).distinct().toList());
        list.sort(order);
        return List.copyOf(list);
    }
}
