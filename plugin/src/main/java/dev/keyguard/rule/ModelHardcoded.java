package dev.keyguard.rule;

import dev.keyguard.source.Scope;
import dev.keyguard.value.Origin;
import java.util.Set;
import java.util.stream.Stream;

/** A model in the code needs a release to be changed; prevention is configuration. */
final class ModelHardcoded implements Rule {
    private static final Set<Origin> IN_CODE =
            Set.of(Origin.LITERAL, Origin.CONSTANT, Origin.ENUM, Origin.LIBRARY_CONSTANT, Origin.ANNOTATION);

    @Override
    public String id() {
        return "model-hardcoded";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String summary() {
        return "A model id written in the code rather than in configuration.";
    }

    @Override
    public Stream<Finding> check(RuleContext context) {
        return context.inventory().references().stream()
                .filter(r -> r.model().isPresent() && r.scope() == Scope.MAIN && IN_CODE.contains(r.origin()))
                .map(r -> Draft.about(this, r)
                        .message(r.model().orElseThrow()
                                + " is written in the code: when it is shut down or the key loses it,"
                                + " only a new release helps.")
                        .fix("Read it from configuration, with this id as the default.")
                        .finding());
    }
}
