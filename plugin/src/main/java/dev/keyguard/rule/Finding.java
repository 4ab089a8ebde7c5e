package dev.keyguard.rule;

import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.value.Hop;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says about a place.
 *
 * @param rule       the rule's id
 * @param severity   after scope and the user's settings
 * @param message    what will happen and why, in one or two sentences
 * @param place      where the value is written
 * @param trail      the way of the value, for people
 * @param reference  id of the reference it speaks of
 * @param model      the model id it speaks of
 * @param fix        what ends it
 * @param suppressed by what, if it is
 * @param module     name of the module
 * @param scope      main or test
 */
public record Finding(
        String rule,
        Severity severity,
        String message,
        Place place,
        List<Hop> trail,
        Optional<String> reference,
        Optional<String> model,
        Fix fix,
        Optional<Suppressed> suppressed,
        String module,
        Scope scope) {
    /**
     * What ends a finding.
     *
     * @param text        for people
     * @param replacement the id to write instead, where there is one
     * @param command     the command that does it or that helps on
     */
    public record Fix(String text, Optional<String> replacement, Optional<String> command) {}

    /** Why a finding does not count: {@code by} is {@code comment}, {@code annotation}, {@code file} or {@code baseline}. */
    public record Suppressed(String by, String reason, Optional<java.time.LocalDate> until) {}

    /** The same finding, not counting. */
    public Finding suppressedBy(Suppressed why) {
        return new Finding(
                rule, severity, message, place, trail, reference, model, fix, Optional.of(why), module, scope);
    }

    /** The same finding with another severity. */
    public Finding withSeverity(Severity other) {
        return new Finding(rule, other, message, place, trail, reference, model, fix, suppressed, module, scope);
    }
}
