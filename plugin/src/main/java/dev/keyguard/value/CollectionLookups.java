package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.List;
import java.util.Optional;

/** Look-ups in maps, lists and streams that the code puts together itself. */
final class CollectionLookups implements ValueStep {
    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        Optional<CollectionSources.LookUp> lookUp = engine.collections.of(call, at);
        if (lookUp.isEmpty()) {
            return Optional.empty();
        }
        List<Value> found = engine.values(lookUp.get().found(), at);
        if (!call.arguments().isEmpty()) {
            found = Engine.returned(found, call);
        }
        if (lookUp.get().instead().isEmpty()) {
            return Optional.of(found);
        }
        At instead = lookUp.get().instead().get();
        boolean function = instead.expr() instanceof Expr.Lambda || instead.expr() instanceof Expr.MethodRef;
        List<Value> defaults = function ? engine.values(engine.functions.results(instead), at) : engine.values(instead);
        return Optional.of(OptionalIdioms.or(found, defaults));
    }
}
