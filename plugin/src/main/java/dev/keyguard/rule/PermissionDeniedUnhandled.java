package dev.keyguard.rule;

import dev.keyguard.source.Scope;
import dev.keyguard.usage.ConfigurationNote.Kind;
import java.util.stream.Stream;

/** A refusal would reach the user as a crash. */
final class PermissionDeniedUnhandled implements Rule {
    @Override
    public String id() {
        return "permission-denied-unhandled";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String summary() {
        return "A request whose permission error is neither caught nor given a fallback model.";
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.inventory().notes().stream()
                // a test that is refused should fail
                .filter(note -> note.kind() == Kind.UNHANDLED_PERMISSION_DENIED && note.scope() == Scope.MAIN)
                .map(note -> Draft.at(this, note.place(), note.module(), note.scope())
                        .message("When the provider refuses this request, " + note.name()
                                + " is neither caught nor answered with a fallback model"
                                + (note.detail().isBlank() ? "." : " (" + note.detail() + ")."))
                        .fix("Catch it where the request is made and retry with a model that the key may use.")
                        .finding());
    }
}
