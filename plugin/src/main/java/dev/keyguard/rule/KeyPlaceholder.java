package dev.keyguard.rule;

import dev.keyguard.usage.KeyUse;
import java.util.stream.Stream;

/** What is written cannot be a key. */
final class KeyPlaceholder implements Rule {
    @Override
    public String id() {
        return "key-placeholder";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "A placeholder where a key is expected.";
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.inventory().keys().stream()
                .filter(KeyUse::placeholder)
                .map(key -> Draft.about(this, key)
                        .message("The API key" + named(key)
                                + " is a placeholder: every request with it will be refused.")
                        .fix("Take the key from the environment or a secret store, and have none written here.")
                        .finding());
    }

    private static String named(KeyUse key) {
        return key.via() == KeyUse.Via.LITERAL ? "" : " " + key.name();
    }
}
