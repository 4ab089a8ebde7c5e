package dev.keyguard.rule;

import java.util.stream.Stream;

/** The provider knows the model, the key may not use it: the 403 and 404 that keyguard exists for. */
final class ModelNotAccessible implements Rule {
    @Override
    public String id() {
        return "model-not-accessible";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "A model that exists and that the key may not use.";
    }

    @Override
    public boolean needsAccess() {
        return true;
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        Replacements replacements = new Replacements(context);
        return Case.all(context)
                .filter(c -> c.kind() == Case.Kind.NOT_ACCESSIBLE)
                .map(c -> Draft.about(this, c.reference())
                        .severity(c.grave())
                        .message(("A request for " + c.model() + " " + c.with()).strip() + " will be refused: "
                                + Sentence.of(c.evidence()))
                        .fix(replacements.forRefused(c))
                        .finding());
    }
}
