package dev.keyguard.rule;

import java.util.stream.Stream;

/** The model is decided when the program runs. */
final class ModelDynamic implements Rule {
    @Override
    public String id() {
        return "model-dynamic";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String summary() {
        return "A model that cannot be known from the code.";
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.inventory().references().stream()
                .filter(r -> r.model().isEmpty() && !r.implicit())
                .map(r -> Draft.about(this, r)
                        .severity(context.required() ? Severity.ERROR : Severity.INFO)
                        .message("Which model is asked for here cannot be known from the code: "
                                + Sentence.of(r.reason().orElse("it is decided at run time")))
                        .fix("Tell keyguard the models that can come (the plugin's <models>), or give it a default.")
                        .finding());
    }
}
