package dev.keyguard.report;

import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Severity;
import dev.keyguard.usage.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What people read in the log. The first line of a finding is the one that IDEs and CI servers know from javac; the
 * lines below it say how the value got there and what to do. The caller's logger puts the level before each line.
 */
public final class ConsoleReport {
    private static final int MANY = 20;
    private static final String INDENT = "    ";

    private final Path root;
    private final boolean verbose;

    /**
     * @param root    the scanned root; places are shown as absolute paths below it
     * @param verbose whether notes are shown one by one
     */
    public ConsoleReport(Path root, boolean verbose) {
        this.root = root.toAbsolutePath().normalize();
        this.verbose = verbose;
    }

    /** A line and the level to log it with. */
    public record Line(Severity severity, String text) {}

    /** The report, ready to be logged line by line. */
    public List<Line> lines(Report report) {
        List<Finding> open =
                report.findings().stream().filter(f -> f.suppressed().isEmpty()).toList();
        List<Finding> shown = open.stream()
                .filter(f -> verbose || f.severity() != Severity.INFO)
                .toList();
        List<Line> lines = new ArrayList<>();
        if (shown.size() > MANY && !verbose) {
            new ConsoleGroups(root).add(shown, lines);
        } else {
            Map<String, Reference> references = report.inventory().references().stream()
                    .collect(Collectors.toMap(Reference::id, Function.identity(), (a, b) -> a));
            byFile(shown).forEach(finding -> add(finding, references, lines));
        }
        if (!verbose) {
            notes(open, lines);
        }
        new ConsoleSummary(report).add(lines);
        return lines.stream()
                .map(line -> new Line(line.severity(), Inert.of(line.text())))
                .toList();
    }

    /** Files with the worst first, in a file the worst first. */
    private static List<Finding> byFile(List<Finding> findings) {
        Map<String, List<Finding>> files = findings.stream()
                .collect(Collectors.groupingBy(f -> f.place().file(), TreeMap::new, Collectors.toList()));
        return files.values().stream()
                .map(list -> list.stream()
                        .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::place))
                        .toList())
                .sorted(Comparator.comparing(list -> list.get(0).severity()))
                .flatMap(Collection::stream)
                .toList();
    }

    private void add(Finding finding, Map<String, Reference> references, List<Line> lines) {
        Severity severity = finding.severity();
        lines.add(new Line(severity, first(root, finding)));
        for (String step : TrailText.lines(finding)) {
            lines.add(new Line(severity, INDENT + step));
        }
        finding.reference()
                .map(references::get)
                .filter(r -> r.key().names().size() > 1)
                .ifPresent(r -> lines.add(new Line(
                        severity, INDENT + "key: " + String.join(" ← ", r.key().names()))));
        String command = finding.fix().command().map(c -> " (" + c + ")").orElse("");
        if (!finding.fix().text().isEmpty()) {
            lines.add(new Line(severity, INDENT + "fix: " + finding.fix().text() + command));
        }
    }

    /** {@code /path/File.java:[12,8] rule message}. */
    static String first(Path root, Finding finding) {
        return root.resolve(finding.place().file()) + ":["
                + finding.place().line() + "," + finding.place().column() + "] " + finding.rule() + " "
                + finding.message();
    }

    private static void notes(List<Finding> open, List<Line> lines) {
        Map<String, Long> counts = open.stream()
                .filter(f -> f.severity() == Severity.INFO)
                .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.counting()));
        if (counts.isEmpty()) {
            return;
        }
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        String each = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
        lines.add(new Line(
                Severity.INFO,
                total + (total == 1 ? " note: " : " notes: ") + each + " (in the reports, or with mvn -X)"));
    }
}
