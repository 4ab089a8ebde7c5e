package dev.keyguard.report;

import dev.keyguard.rule.Finding;
import dev.keyguard.rule.SourceText;
import dev.keyguard.value.Hop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The findings, worst first, with excerpts. */
record HtmlFindings(List<Item> items, List<String> rules) {
    private static final int STEPS = 8;

    /** A finding. {@code search} is what the text filter looks in. */
    record Item(
            int number,
            String severity,
            String rule,
            String message,
            String file,
            int line,
            int column,
            String scope,
            String search,
            List<Step> steps,
            String more,
            String fix,
            String command,
            String suppressed,
            String ignore) {}

    /** A step of the trail with its lines. */
    record Step(String verb, String file, int line, String name, List<Excerpts.Line> excerpt) {}

    boolean any() {
        return !items.isEmpty();
    }

    static HtmlFindings of(Report report, SourceText text) {
        Excerpts excerpts = new Excerpts(text, report.inventory());
        List<Finding> sorted = report.findings().stream()
                .sorted(Comparator.comparing((Finding f) -> f.suppressed().isPresent())
                        .thenComparing(Finding::severity)
                        .thenComparing(Finding::place))
                .toList();
        List<Item> items = new ArrayList<>();
        for (Finding finding : sorted) {
            items.add(item(items.size() + 1, finding, excerpts));
        }
        return new HtmlFindings(
                items, List.copyOf(sorted.stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new))));
    }

    private static Item item(int number, Finding finding, Excerpts excerpts) {
        List<Hop> hops = List.copyOf(new LinkedHashSet<>(finding.trail()));
        List<Step> steps = hops.stream()
                .filter(new LinkedHashSet<>()::add)
                .limit(STEPS)
                .map(hop -> step(hop, excerpts))
                .toList();
        if (steps.isEmpty() || oneLine(finding, hops)) {
            steps = List.of(new Step(
                    "written in",
                    Inert.of(finding.place().file()),
                    finding.place().line(),
                    "",
                    excerpts.around(finding.place())));
        }
        String file = Inert.of(finding.place().file());
        String message = Inert.of(finding.message());
        return new Item(
                number,
                finding.severity().label(),
                finding.rule(),
                message,
                file,
                finding.place().line(),
                finding.place().column(),
                finding.scope().label(),
                (finding.rule() + " " + message + " " + file + " " + finding.module())
                        .toLowerCase(java.util.Locale.ROOT),
                steps,
                hops.size() > STEPS ? "and " + (hops.size() - STEPS) + " more places" : "",
                Inert.of(finding.fix().text()),
                finding.fix().command().map(Inert::of).orElse(""),
                finding.suppressed()
                        .map(s -> Inert.of("suppressed by " + s.by() + ": " + s.reason()
                                + s.until().map(day -> " (until " + day + ")").orElse("")))
                        .orElse(""),
                "keyguard:ignore " + finding.rule());
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
