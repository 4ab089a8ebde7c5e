package dev.keyguard.rule;

import dev.keyguard.usage.Reference;
import java.util.stream.Stream;

/** Nobody wrote the model: the library chooses, and its next version may choose another. */
final class ModelImplicit implements Rule {
    private static final String DEFAULT = "default of ";

    private final ModelProperties properties;

    ModelImplicit(ModelProperties properties) {
        this.properties = properties;
    }

    @Override
    public String id() {
        return "model-implicit";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String summary() {
        return "A model that nobody wrote: the library's default.";
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.inventory().references().stream()
                .filter(Reference::implicit)
                .map(reference -> Draft.about(this, reference)
                        .message("No model is named here: " + chosen(reference))
                        .fix(properties
                                .of(reference)
                                .map(property -> "Choose it yourself: set " + property + ".")
                                .orElse("Choose it yourself: name the model where the client or the request is built."))
                        .finding());
    }

    private static String chosen(Reference reference) {
        String library = reference.reason().orElse(reference.client());
        return reference
                .model()
                .map(model ->
                        "it is " + model + ", the " + (library.startsWith(DEFAULT) ? library : DEFAULT + library) + ".")
                .orElseGet(() -> Sentence.of(library));
    }
}
