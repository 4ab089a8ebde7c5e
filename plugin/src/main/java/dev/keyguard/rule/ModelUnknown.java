package dev.keyguard.rule;

import dev.keyguard.access.Access;
import dev.keyguard.access.AccessAnswer;
import dev.keyguard.access.Refusal;
import java.util.Optional;
import java.util.stream.Stream;

/** Nobody knows the id, or nobody could tell whether the key may use it where the user wants that to be known. */
final class ModelUnknown implements Rule {
    @Override
    public String id() {
        return "model-unknown";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "An id that neither the key's list nor the model table knows; with online=required also what could not be verified.";
    }

    @Override
    public boolean needsAccess() {
        return true;
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        Replacements replacements = new Replacements(context);
        return Case.all(context)
                .flatMap(c -> message(c, context).stream()
                        .map(message -> Draft.about(this, c.reference())
                                .severity(context.required() ? Severity.ERROR : Severity.WARNING)
                                .message(message)
                                .fix(remedy(c, replacements))
                                .finding()));
    }

    private static Optional<String> message(Case c, RuleContext context) {
        if (c.kind() == Case.Kind.UNKNOWN_ID) {
            return Optional.of("Nobody knows a model " + c.model() + ": " + c.request() + " will probably be refused: "
                    + Sentence.of(c.evidence()));
        }
        if (c.kind() != Case.Kind.UNKNOWN) {
            return Optional.empty();
        }
        boolean keyMissing = c.answer()
                .flatMap(AccessAnswer::refusal)
                .filter(r -> r.meaning() == Refusal.Meaning.KEY_MISSING)
                .isPresent();
        if (context.required() && !keyMissing) {
            return Optional.of(("Whether a request for " + c.model() + " " + c.with()).strip()
                    + " would be answered could not be verified, and online=required asks for that: "
                    + Sentence.of(c.access().reason()));
        }
        boolean strange = c.reference().endpoint().isOpenAi() && c.facts().isEmpty();
        return strange
                ? Optional.of("OpenAI's model table of " + context.models().date() + " knows no " + c.model()
                        + "; the key's own list was not asked.")
                : Optional.empty();
    }

    private static Remedy remedy(Case c, Replacements replacements) {
        boolean misspelt = c.facts().isEmpty()
                && (c.access() instanceof Access.Unavailable
                        || c.reference().endpoint().isOpenAi());
        return misspelt
                ? replacements.forRefused(c)
                : Remedy.hint(
                        "Let keyguard ask: give the build the key, name the endpoint in services, or write a lock"
                                + " file where the key is at hand.",
                        "mvn keyguard:lock");
    }
}
