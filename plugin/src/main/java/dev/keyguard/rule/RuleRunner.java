package dev.keyguard.rule;

import dev.keyguard.access.AccessAnswer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** From a run's facts to the findings people see: rules, then severities, suppressions and baseline, in that order. */
public final class RuleRunner {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::place)
            .thenComparing(Finding::rule)
            .thenComparing(f -> f.model().orElse(""))
            .thenComparing(f -> f.reference().orElse(""))
            .thenComparing(Finding::message);

    private final List<Rule> rules;
    private final RuleSettings settings;
    private final SourceText text;

    /**
     * @param rules from {@link Rules}
     * @param text  of the scanned tree; the baseline compares lines
     */
    public RuleRunner(List<Rule> rules, RuleSettings settings, SourceText text) {
        this.rules = List.copyOf(rules);
        this.settings = settings;
        this.text = text;
    }

    /**
     * What came out.
     *
     * @param findings sorted by file, line, column and rule; suppressed and accepted ones are marked
     * @param gone     entries of the baseline that nothing corresponds to any more
     */
    public record Outcome(List<Finding> findings, int gone) {}

    /** Runs all rules. */
    public Outcome run(RuleContext context) {
        Collection<String> known = rules.stream().map(Rule::id).collect(Collectors.toSet());
        Suppressions suppressions = new Suppressions(context, settings.suppressions(), known);
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            rule.check(context)
                    .flatMap(f -> settings.severities().apply(f, rule).stream())
                    .map(f -> suppressions.apply(f, context.today()))
                    .forEach(findings::add);
        }
        rules.stream()
                .filter(SuppressionUnused.class::isInstance)
                .map(SuppressionUnused.class::cast)
                .flatMap(rule -> suppressions.unused(rule, context.today(), (of, place) -> tells(of, context)).stream()
                        .flatMap(f -> settings.severities().apply(f, rule).stream()))
                .forEach(findings::add);
        findings.sort(ORDER);
        List<Finding> sorted = SameFindings.joined(findings);
        if (settings.baseline().isEmpty()) {
            return new Outcome(sorted, 0);
        }
        return settings.baseline().get().apply(sorted, new Fingerprints(context.inventory(), text));
    }

    /** Whether it means something that rules found nothing. */
    private boolean tells(Set<String> ids, RuleContext context) {
        boolean allAnswered = context.inventory().references().isEmpty()
                || !context.access().answers().isEmpty()
                        && context.access().answers().stream().allMatch(a -> a.state() == AccessAnswer.State.LISTED);
        boolean offline = !ids.isEmpty()
                && rules.stream().filter(rule -> ids.contains(rule.id())).noneMatch(Rule::needsAccess);
        return allAnswered || offline;
    }
}
