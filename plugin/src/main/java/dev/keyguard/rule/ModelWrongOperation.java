package dev.keyguard.rule;

import java.util.Optional;
import java.util.stream.Stream;

/** The model exists and does not answer what is asked of it. */
final class ModelWrongOperation implements Rule {
    @Override
    public String id() {
        return "model-wrong-operation";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "A model that does not answer the operation it is used for.";
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        Replacements replacements = new Replacements(context);
        return Case.all(context)
                .filter(c -> c.kind() == Case.Kind.WRONG_OPERATION || table(c, context))
                .map(c -> Draft.about(this, c.reference())
                        .severity(c.grave())
                        .message(c.model() + kind(c) + " does not answer "
                                + c.reference().operation() + " requests: the request" + " will be refused.")
                        .fix(new OtherOperation(context).remedy(c, replacements))
                        .finding());
    }

    /** Only OpenAI's own endpoint: a proxy may translate, and Azure's names are the user's. */
    private static boolean table(Case c, RuleContext context) {
        return c.reference().endpoint().isOpenAi()
                && !c.reference().operation().equals("unknown")
                && c.kind() != Case.Kind.SHUT_DOWN
                && c.facts()
                        .flatMap(f ->
                                context.models().answers(f.kind(), c.reference().operation()))
                        .filter(answers -> !answers)
                        .isPresent();
    }

    private static String kind(Case c) {
        return Optional.of(c)
                .flatMap(Case::facts)
                .map(f -> " (" + f.kind() + ")")
                .orElse("");
    }
}
