package dev.keyguard.rule;

import java.util.stream.Stream;

/** A key in the sources is a key in every clone of them. */
final class KeyHardcoded implements Rule {
    @Override
    public String id() {
        return "key-hardcoded";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "An API key written out in the sources.";
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.inventory().keys().stream()
                .filter(key -> key.masked().isPresent() && !key.placeholder())
                .map(key -> Draft.about(this, key)
                        .message("An API key is written out here ("
                                + key.masked().orElseThrow() + "): whoever can read the sources can use it.")
                        .fix("Revoke the key, make a new one, and read it from the environment or a secret store.")
                        .finding());
    }
}
