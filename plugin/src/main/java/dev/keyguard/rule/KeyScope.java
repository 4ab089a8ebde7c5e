package dev.keyguard.rule;

import dev.keyguard.access.Refusal.Meaning;
import java.util.Set;
import java.util.stream.Stream;

/** The key lacks a permission. */
final class KeyScope implements Rule {
    @Override
    public String id() {
        return "key-scope";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "A key that lacks the permission which requests need.";
    }

    @Override
    public boolean needsAccess() {
        return true;
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return new KeyRefusals(context)
                .drafts(this, Set.of(Meaning.KEY_SCOPE))
                .map(refused -> refused.draft()
                        .message(refused.key() + " is valid at " + refused.where()
                                + ", but lacks a permission that is needed" + refused.said())
                        .fix(Remedy.hint(
                                "Give the key the scopes model.read and model.request, or the role that has them.",
                                Remedy.MODELS))
                        .finding());
    }
}
