package dev.keyguard.rule;

import dev.keyguard.access.Refusal.Meaning;
import java.util.Set;
import java.util.stream.Stream;

/** This build has no such key, so nobody could be asked. */
final class KeyMissing implements Rule {
    @Override
    public String id() {
        return "key-missing";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String summary() {
        return "A key that the code uses and this build does not have; an error with online=required.";
    }

    @Override
    public boolean needsAccess() {
        return true;
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return new KeyRefusals(context)
                .drafts(this, Set.of(Meaning.KEY_MISSING))
                .filter(missing -> context.inventory().keys().stream()
                        .noneMatch(key -> key.placeholder()
                                && key.name().equals(missing.answer().key())))
                .map(missing -> missing.draft()
                        .severity(context.required() ? Severity.ERROR : Severity.INFO)
                        .message(message(missing))
                        .fix(remedy(missing))
                        .finding());
    }

    private static String message(KeyRefusals.Refused missing) {
        return sent(missing)
                ? missing.key() + " was sent to " + missing.where() + ", which says that no key arrived"
                        + missing.said()
                : missing.key() + " is not set in this build: what it may use at " + missing.where()
                        + " could not be asked.";
    }

    private static Remedy remedy(KeyRefusals.Refused missing) {
        return sent(missing)
                ? Remedy.hint(
                        "See in which header this endpoint wants its key, and name its profile in services.",
                        Remedy.MODELS)
                : Remedy.hint(
                        "Set it, name the one that this build has (keys), or write a lock file where the key is at"
                                + " hand and commit it.",
                        "mvn keyguard:lock");
    }

    private static boolean sent(KeyRefusals.Refused missing) {
        return missing.answer()
                .refusal()
                .filter(refusal -> refusal.status() > 0)
                .isPresent();
    }
}
