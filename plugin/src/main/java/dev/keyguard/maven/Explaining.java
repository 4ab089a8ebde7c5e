package dev.keyguard.maven;

import dev.keyguard.report.Report;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Rule;
import dev.keyguard.rule.Rules;
import dev.keyguard.usage.Reference;
import dev.keyguard.value.Hop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The goal {@code explain}. */
final class Explaining {
    private static final String DOCS = "docs/rules/";

    private final Job job;
    private final Gate gate;

    Explaining(Job job, Gate gate) {
        this.job = job;
        this.gate = gate;
    }

    /** Everything about a model id. */
    List<String> model(String id) {
        Report report = gate.judge();
        List<String> lines = new ArrayList<>();
        lines.add(id);
        gate.table()
                .find(id)
                .ifPresentOrElse(
                        facts -> {
                            lines.add("  kind: " + facts.kind());
                            facts.announced().ifPresent(day -> lines.add("  shutdown announced: " + day));
                            facts.shutdown().ifPresent(day -> lines.add("  shutdown: " + day));
                            if (!facts.replacements().isEmpty()) {
                                lines.add("  replaced by: " + String.join(", ", facts.replacements()));
                            }
                        },
                        () -> lines.add(
                                "  not in the model table of " + gate.table().date()));
        List<Reference> uses = report.inventory().references().stream()
                .filter(reference -> reference.model().filter(id::equals).isPresent())
                .toList();
        uses.forEach(reference -> use(reference, report, lines));
        if (uses.isEmpty()) {
            lines.add("  not used in " + job.root());
        }
        report.findings().stream()
                .filter(finding -> finding.model().filter(id::equals).isPresent())
                .forEach(finding -> finding(finding, lines));
        return lines;
    }

    private static void use(Reference reference, Report report, List<String> lines) {
        lines.add("  used by " + reference.client() + " for " + reference.operation() + " with "
                + reference.key().name().orElse("no key that could be told") + " at "
                + reference.endpoint().baseUrl().orElse(reference.endpoint().service()));
        for (Hop hop : reference.trail().hops()) {
            lines.add("    " + hop.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + hop.place()
                    + hop.name().map(name -> " (" + name + ")").orElse(""));
        }
        report.access()
                .ifPresent(book -> lines.add("    " + book.accessOf(reference).reason()));
    }

    private static void finding(Finding finding, List<String> lines) {
        lines.add("  " + finding.severity().label() + " " + finding.rule() + ": " + finding.message());
        lines.add("    " + finding.fix().text());
    }

    /** Everything about a rule. */
    List<String> rule(String id) {
        Rule rule = Rules.find(id)
                .orElseThrow(() -> new BadParameterException("There is no rule \"" + id + "\". There are: "
                        + Rules.all().stream().map(Rule::id).sorted().collect(Collectors.joining(", ")) + "."));
        List<String> lines = new ArrayList<>();
        lines.add(rule.id() + " (" + rule.severity().label() + "): " + rule.summary());
        lines.add("  more: " + DOCS + rule.id() + ".md");
        gate.judge().findings().stream()
                .filter(finding -> finding.rule().equals(id))
                .forEach(finding -> {
                    lines.add("  at " + finding.place());
                    finding(finding, lines);
                });
        return lines;
    }
}
