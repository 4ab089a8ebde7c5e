package dev.keyguard.rule;

import dev.keyguard.access.Refusal.Meaning;
import java.util.Set;
import java.util.stream.Stream;

/** The base URL leads to no API. */
final class EndpointWrong implements Rule {
    @Override
    public String id() {
        return "endpoint-wrong";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "A base URL at which no API, or not this key's, answers.";
    }

    @Override
    public boolean needsAccess() {
        return true;
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return new KeyRefusals(context)
                .drafts(this, Set.of(Meaning.CONFIG_BASE_URL, Meaning.CONFIG_REGION_HOST))
                .map(refused -> refused.draft()
                        .message("Nothing usable answers at " + refused.url() + ", where requests with " + refused.key()
                                + " go" + refused.said())
                        .fix(Remedy.hint(
                                "Correct the base URL: host and path as the client wants it (with or without /v1), region of the project.",
                                Remedy.MODELS))
                        .finding());
    }
}
