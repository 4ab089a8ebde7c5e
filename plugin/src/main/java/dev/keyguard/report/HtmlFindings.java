package dev.keyguard.report;

import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Severity;
import dev.keyguard.rule.SourceText;
import dev.keyguard.value.Hop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The findings, worst first: those that say the same together, each place with excerpts. */
record HtmlFindings(List<Group> groups, List<String> rules, long count) {
    private static final int STEPS = 8;

    /** What is said of some places. {@code search} is what the text filter looks in, beside the places' own. */
    record Group(
            String severity,
            String rule,
            String message,
            String search,
            String fix,
            String command,
            String suppressed,
            String ignore,
            List<Item> items) {
        /** Whether it is about more than one place. */
        boolean many() {
            return items.size() > 1;
        }

        /** Number of places. */
        int size() {
            return items.size();
        }

        /** The only place, or the first. */
        Item first() {
            return items.get(0);
        }
    }

    /** A place with the way of the value. */
    record Item(String file, int line, String search, List<Step> steps, String more) {}

    /** A step of the trail with its lines. */
    record Step(String verb, String file, int line, String name, List<Excerpts.Line> excerpt) {}

    /** What findings of a group have in common. */
    private record Said(Severity severity, String rule, String message, Finding.Fix fix, String suppressed) {
        static Said of(Finding f) {
            String suppressed = f.suppressed()
                    .map(s -> "suppressed by " + s.by() + ": " + s.reason()
                            + s.until().map(day -> " (until " + day + ")").orElse(""))
                    .orElse("");
            return new Said(f.severity(), f.rule(), f.message(), f.fix(), suppressed);
        }
    }

    boolean any() {
        return !groups.isEmpty();
    }

    static HtmlFindings of(Report report, SourceText text) {
        Excerpts excerpts = new Excerpts(text, report.inventory());
        Map<Said, List<Finding>> said = report.findings().stream()
                .sorted(Comparator.comparing(Finding::place))
                .collect(Collectors.groupingBy(Said::of, LinkedHashMap::new, Collectors.toList()));
        List<Group> groups = said.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Said, List<Finding>> e) ->
                                !e.getKey().suppressed().isEmpty())
                        .thenComparing(e -> e.getKey().severity())
                        .thenComparing(e -> -e.getValue().size()))
                .map(e -> group(e.getKey(), e.getValue(), excerpts))
                .toList();
        return new HtmlFindings(
                groups,
                List.copyOf(
                        report.findings().stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new))),
                report.findings().size());
    }

    private static Group group(Said said, List<Finding> findings, Excerpts excerpts) {
        String message = Inert.of(said.message());
        return new Group(
                said.severity().label(),
                said.rule(),
                message,
                (said.rule() + " " + message).toLowerCase(Locale.ROOT),
                Inert.of(said.fix().text()),
                said.fix().command().map(Inert::of).orElse(""),
                Inert.of(said.suppressed()),
                "keyguard:ignore " + said.rule(),
                findings.stream().map(finding -> item(finding, excerpts)).toList());
    }

    private static Item item(Finding finding, Excerpts excerpts) {
        List<Hop> hops = List.copyOf(new LinkedHashSet<>(finding.trail()));
        List<Step> steps = new ArrayList<>();
        hops.stream().limit(STEPS).map(hop -> step(hop, excerpts)).forEach(steps::add);
        String file = Inert.of(finding.place().file());
        if (steps.isEmpty() || oneLine(finding, hops)) {
            steps = List.of(new Step("written in", file, finding.place().line(), "", excerpts.around(finding.place())));
        }
        return new Item(
                file,
                finding.place().line(),
                (file + " " + finding.module()).toLowerCase(Locale.ROOT),
                steps,
                hops.size() > STEPS ? "and " + (hops.size() - STEPS) + " more places" : "");
    }

    private static boolean oneLine(Finding finding, List<Hop> hops) {
        return hops.stream()
                .allMatch(h -> h.place().file().equals(finding.place().file())
                        && h.place().line() == finding.place().line());
    }

    private static Step step(Hop hop, Excerpts excerpts) {
        return new Step(
                TrailText.verb(hop.kind()),
                Inert.of(hop.place().file()),
                hop.place().line(),
                hop.name().map(Inert::of).orElse(""),
                excerpts.around(hop.place()));
    }
}
