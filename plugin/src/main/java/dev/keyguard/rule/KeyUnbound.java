package dev.keyguard.rule;

import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.KeyName;
import dev.keyguard.usage.KeyUse;
import dev.keyguard.usage.Reference;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Code from which it cannot be told which key goes out with which model. */
final class KeyUnbound implements Rule {
    @Override
    public String id() {
        return "key-unbound";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String summary() {
        return "A key that no model use goes out with, or a model use whose key cannot be told.";
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        Inventory inventory = context.inventory();
        Set<String> bound = new HashSet<>();
        for (Reference reference : inventory.references()) {
            reference.key().name().ifPresent(bound::add);
            bound.addAll(reference.key().names());
        }
        return Stream.concat(
                inventory.keys().stream()
                        .filter(key -> key.uses().isEmpty()
                                && !bound.contains(key.name())
                                && !key.placeholder()
                                && !key.name().equals(KeyName.HARD_CODED))
                        .map(this::idle),
                inventory.references().stream()
                        .filter(r -> r.endpoint().isOpenAi() && r.key().name().isEmpty())
                        .map(this::keyless));
    }

    private Finding idle(KeyUse key) {
        return Draft.about(this, key)
                .message("No model use was found that goes out with " + key.name() + ".")
                .fix(
                        "Nothing, if the key is used elsewhere. Else remove it, or tell keyguard what goes out with it (models).")
                .finding();
    }

    private Finding keyless(Reference reference) {
        return Draft.about(this, reference)
                .message(
                        "Which key " + reference.model().orElse("this request") + " goes out with could not be told, if"
                                + " with one (workload identity, a token and a certificate are none): it is not checked.")
                .fix("Name the key where the client is built, or in the plugin's <models>.")
                .finding();
    }
}
