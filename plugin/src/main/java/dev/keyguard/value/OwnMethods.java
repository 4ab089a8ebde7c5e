package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.List;
import java.util.Optional;

/** Methods of the workspace: getters, helpers, factories, overrides; and accessors that are generated. */
final class OwnMethods implements ValueStep {
    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        Optional<List<Source>> sources = engine.ownCalls.sources(at);
        if (sources.isEmpty()) {
            return engine.injection.accessor(call, at).map(v -> Engine.returned(v, call));
        }
        boolean nothing = sources.get().stream().allMatch(Source.Unknown.class::isInstance);
        if (nothing) {
            Optional<List<Value>> mapped = engine.injection.accessor(call, at);
            if (mapped.isPresent()) {
                return mapped.map(v -> Engine.returned(v, call));
            }
        }
        List<Value> values = engine.values(sources.get(), at);
        return Optional.of(Engine.returned(values, call));
    }
}
