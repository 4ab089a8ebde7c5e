package dev.keyguard.rule;

import dev.keyguard.access.Refusal.Meaning;
import dev.keyguard.usage.KeyUse;
import java.util.Optional;
import java.util.Set;
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
        return Stream.concat(
                context.inventory().keys().stream()
                        .filter(KeyUse::placeholder)
                        .map(key -> Draft.about(this, key)
                                .severity(insteadOf(key, context).isPresent() ? Severity.INFO : severity())
                                .message(insteadOf(key, context)
                                        .map(name ->
                                                "Where " + name + " is not set, a placeholder goes out as the API key,"
                                                        + " and the request will be refused.")
                                        .orElseGet(() -> "The API key" + named(key)
                                                + " is a placeholder: every request with it will be refused."))
                                .fix("Take the key from the environment or a secret store, and have none written here.")
                                .finding()),
                new KeyRefusals(context)
                        .drafts(this, Set.of(Meaning.KEY_PLACEHOLDER))
                        .filter(refused -> context.inventory().keys().stream()
                                .noneMatch(key -> key.placeholder()
                                        && key.name().equals(refused.answer().key())))
                        .map(refused -> refused.draft()
                                .message("What this build has for " + refused.key()
                                        + " is a placeholder: it was not sent, and nothing could be asked.")
                                .fix(Remedy.hint("Give this build a real key.", Remedy.MODELS))
                                .finding()));
    }

    /** The key that the placeholder on the same line stands in for: {@code getOrDefault(getenv("KEY"), "demo")}. */
    private static Optional<String> insteadOf(KeyUse placeholder, RuleContext context) {
        return context.inventory().keys().stream()
                .filter(key -> !key.placeholder() && key.masked().isEmpty())
                .filter(key -> key.place().file().equals(placeholder.place().file())
                        && key.place().line() == placeholder.place().line())
                .map(KeyUse::name)
                .findFirst();
    }

    private static String named(KeyUse key) {
        return key.via() == KeyUse.Via.LITERAL ? "" : " " + key.name();
    }
}
