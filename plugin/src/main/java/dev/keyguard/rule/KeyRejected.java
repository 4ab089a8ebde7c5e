package dev.keyguard.rule;

import dev.keyguard.access.Refusal.Meaning;
import java.util.Set;
import java.util.stream.Stream;

/** The provider refuses the key itself. */
final class KeyRejected implements Rule {
    @Override
    public String id() {
        return "key-rejected";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "A key that the provider refuses: wrong, revoked or expired.";
    }

    @Override
    public boolean needsAccess() {
        return true;
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return new KeyRefusals(context)
                .drafts(this, Set.of(Meaning.KEY_INVALID))
                .map(refused -> refused.draft()
                        .message(refused.key() + " is refused by " + refused.where()
                                + ": it is wrong, revoked or expired. Every request with it will" + " fail"
                                + refused.said())
                        .fix(Remedy.hint(
                                "Put a valid key into " + refused.key()
                                        + " (new ones are made on the provider's page of API keys).",
                                Remedy.MODELS))
                        .finding());
    }
}
