package dev.keyguard.maven;

import dev.keyguard.report.Explanation;
import dev.keyguard.rule.Rule;
import dev.keyguard.rule.Rules;
import java.util.List;
import java.util.stream.Collectors;

/** The goal {@code explain}. */
final class Explaining {
    private final Gate gate;

    Explaining(Gate gate) {
        this.gate = gate;
    }

    /** Everything about a model id. */
    List<String> model(String id) {
        return explanation().model(id);
    }

    /** Everything about a rule. */
    List<String> rule(String id) {
        Rule rule = Rules.find(id)
                .orElseThrow(() -> new BadParameterException("There is no rule \"" + id + "\". There are: "
                        + Rules.all().stream().map(Rule::id).sorted().collect(Collectors.joining(", ")) + "."));
        return explanation().rule(rule);
    }

    private Explanation explanation() {
        return new Explanation(gate.judge(), gate.table());
    }
}
