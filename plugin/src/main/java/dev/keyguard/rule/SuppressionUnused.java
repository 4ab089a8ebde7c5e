package dev.keyguard.rule;

import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import java.util.stream.Stream;

/** A suppression that hides nothing now will hide something one day. Found by {@link Suppressions}, which sees what was used. */
final class SuppressionUnused implements Rule {
    @Override
    public String id() {
        return "suppression-unused";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "A suppression that is expired, suppresses nothing or names no rule.";
    }

    /** Nothing by itself: what is unused shows only when all other rules have spoken. */
    @Override
    public Stream<Finding> check(RuleContext context) {
        return Stream.empty();
    }

    Finding at(Place place, String message, String fix) {
        return Draft.at(this, place, "", Scope.MAIN).message(message).fix(fix).finding();
    }
}
