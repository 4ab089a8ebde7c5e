package dev.keyguard.rule;

import java.util.List;
import java.util.Optional;

/**
 * What the user settled about findings.
 *
 * @param severities   level by rule
 * @param suppressions of the suppression file
 * @param baseline     what was accepted, if anything was
 */
public record RuleSettings(Severities severities, List<FileSuppression> suppressions, Optional<Baseline> baseline) {
    /** Nothing settled. */
    public static final RuleSettings NONE = new RuleSettings(Severities.DEFAULT, List.of(), Optional.empty());

    /** Whether nothing is accepted or suppressed, so that nothing can be out of date. */
    public boolean acceptsNothing() {
        return suppressions.isEmpty() && baseline.isEmpty();
    }
}
