package dev.keyguard.rule;

import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.usage.KeyUse;
import dev.keyguard.usage.Reference;
import dev.keyguard.value.Hop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding in the making; begins with what the place gives. */
final class Draft {
    private final Rule rule;
    private final Place place;
    private final String module;
    private final Scope scope;
    private final List<Hop> trail = new ArrayList<>();
    private Severity severity;
    private String message = "";
    private String fix = "";
    private Optional<String> reference = Optional.empty();
    private Optional<String> model = Optional.empty();
    private Optional<String> replacement = Optional.empty();
    private Optional<String> command = Optional.empty();

    private Draft(Rule rule, Place place, String module, Scope scope) {
        this.rule = rule;
        this.place = place;
        this.module = module;
        this.scope = scope;
        this.severity = rule.severity();
    }

    static Draft at(Rule rule, Place place, String module, Scope scope) {
        return new Draft(rule, place, module, scope);
    }

    static Draft about(Rule rule, Reference reference) {
        Draft draft = new Draft(rule, reference.place(), reference.module(), reference.scope());
        draft.trail.addAll(reference.trail().hops());
        draft.reference = Optional.of(reference.id());
        draft.model = reference.model();
        return draft;
    }

    static Draft about(Rule rule, KeyUse key) {
        Draft draft = new Draft(rule, key.place(), key.module(), key.scope());
        draft.trail.add(new Hop(Hop.Kind.WRITTEN, key.place(), Optional.of(key.name())));
        key.lookups().forEach(p -> draft.trail.add(new Hop(Hop.Kind.LOOKED_UP, p, Optional.empty())));
        key.uses().forEach(p -> draft.trail.add(new Hop(Hop.Kind.USED, p, Optional.empty())));
        return draft;
    }

    Draft severity(Severity other) {
        severity = other;
        return this;
    }

    Draft message(String text) {
        message = text.strip();
        return this;
    }

    Draft hops(List<Hop> more) {
        more.stream().filter(hop -> !trail.contains(hop)).forEach(trail::add);
        return this;
    }

    Draft fix(String text) {
        fix = text;
        return this;
    }

    Draft fix(Remedy remedy) {
        fix = remedy.text();
        replacement = remedy.replacement();
        command = remedy.command();
        return this;
    }

    Draft command(String text) {
        command = Optional.of(text);
        return this;
    }

    Finding finding() {
        return new Finding(
                rule.id(),
                severity,
                message,
                place,
                List.copyOf(trail),
                reference,
                model,
                new Finding.Fix(fix, replacement, command),
                Optional.empty(),
                module,
                scope);
    }
}
