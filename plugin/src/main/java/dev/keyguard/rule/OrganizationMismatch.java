package dev.keyguard.rule;

import dev.keyguard.access.Refusal.Meaning;
import java.util.Set;
import java.util.stream.Stream;

/** Key, organisation and project do not belong together. */
final class OrganizationMismatch implements Rule {
    @Override
    public String id() {
        return "organization-mismatch";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "An organisation or project that the key does not belong to.";
    }

    @Override
    public boolean needsAccess() {
        return true;
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return new KeyRefusals(context)
                .drafts(this, Set.of(Meaning.CONFIG_ORG_MISMATCH, Meaning.CONFIG_PROJECT_MISMATCH))
                .map(refused -> refused.draft()
                        .message(
                                refused.key() + " does not belong to the organisation or project that is sent with it: "
                                        + refused.where() + " refuses every request" + refused.said())
                        .fix(Remedy.hint(
                                "Remove organisation and project (a project key implies them), or take a key of that project.",
                                Remedy.MODELS))
                        .finding());
    }
}
