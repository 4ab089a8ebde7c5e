package dev.keyguard.report;

import dev.keyguard.report.ConsoleReport.Line;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Severity;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Many findings, those that say the same at a time: what to do is the same for all of a group. */
final class ConsoleGroups {
    private static final int FIRST = 3;

    private final Path root;

    ConsoleGroups(Path root) {
        this.root = root;
    }

    void add(List<Finding> findings, List<Line> lines) {
        record Group(Severity severity, String rule, String message, String fix) {}
        Map<Group, List<Finding>> groups = findings.stream()
                .collect(Collectors.groupingBy(
                        f -> new Group(
                                f.severity(), f.rule(), f.message(), f.fix().text()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Group, List<Finding>> e) ->
                                e.getKey().severity())
                        .thenComparing(e -> -e.getValue().size())
                        .thenComparing(e -> e.getKey().rule())
                        .thenComparing(e -> e.getKey().message()))
                .forEach(e -> add(e.getKey().severity(), e.getValue(), lines));
        lines.add(
                new Line(
                        Severity.INFO,
                        "Too much to mend at once? mvn keyguard:baseline accepts today's findings, so that only new ones fail."));
    }

    private void add(Severity severity, List<Finding> group, List<Line> lines) {
        Finding first = group.get(0);
        if (group.size() == 1) {
            lines.add(new Line(severity, ConsoleReport.first(root, first)));
        } else {
            lines.add(new Line(severity, group.size() + " × " + first.rule() + " " + first.message()));
            group.stream()
                    .limit(FIRST)
                    .forEach(f -> lines.add(new Line(
                            severity,
                            "    " + root.resolve(f.place().file()) + ":["
                                    + f.place().line() + "," + f.place().column() + "]")));
            if (group.size() > FIRST) {
                lines.add(new Line(severity, "    … and " + (group.size() - FIRST) + " more"));
            }
        }
        if (first.fix().text().isEmpty()) {
            return;
        }
        String command = first.fix().command().map(c -> " (" + c + ")").orElse("");
        lines.add(new Line(severity, "    fix: " + first.fix().text() + command));
    }
}
