package dev.keyguard.rule;

import dev.keyguard.usage.ConfigurationNote.Kind;
import java.util.stream.Stream;

/** The code reads what no file sets. */
final class ConfigurationUnresolved implements Rule {
    @Override
    public String id() {
        return "configuration-unresolved";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "A property or placeholder that the code reads and no file sets.";
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.inventory().notes().stream()
                .filter(note -> note.kind() == Kind.UNRESOLVED)
                .map(note -> Draft.at(this, note.place(), note.module(), note.scope())
                        .message(note.name() + " is read here, and no file of the project sets it. "
                                + Sentence.of(note.detail()))
                        .fix("Set it, give it a default, or tell keyguard its value (models, profiles).")
                        .finding());
    }
}
