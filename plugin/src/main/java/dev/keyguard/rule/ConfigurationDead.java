package dev.keyguard.rule;

import dev.keyguard.usage.ConfigurationNote.Kind;
import java.util.stream.Stream;

/** A setting that has no effect, which people notice by getting the default model. */
final class ConfigurationDead implements Rule {
    @Override
    public String id() {
        return "configuration-dead";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String summary() {
        return "A model or key property that nothing reads.";
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.inventory().notes().stream()
                .filter(note -> note.kind() == Kind.DEAD)
                .map(note -> Draft.at(this, note.place(), note.module(), note.scope())
                        .message(note.name() + " has no effect. " + Sentence.of(note.detail()))
                        .fix("Correct the name, add the library that reads it, or remove it.")
                        .finding());
    }
}
