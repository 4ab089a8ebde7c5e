package dev.keyguard.rule;

import java.util.stream.Stream;

/** One check. One final class a rule; registered in {@link Rules}, described in {@code docs/rules/ID.md}. */
public interface Rule {
    /** The id, which is API: {@code model-not-accessible}. */
    String id();

    /** What it is unless the user says otherwise and before test scope lowers it. */
    Severity severity();

    /** One sentence: what it flags. */
    String summary();

    /** Whether what it finds depends on what the provider answered. */
    default boolean needsAccess() {
        return false;
    }

    /** What it finds in that run, with {@link #severity()} or a severity the case calls for. */
    Stream<Finding> check(RuleContext context);
}
