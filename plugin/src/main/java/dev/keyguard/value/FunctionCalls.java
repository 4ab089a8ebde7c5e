package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.List;
import java.util.Optional;

/** Functions kept in variables and fields: {@code supplier.get()}, {@code names.apply(x)}. */
final class FunctionCalls implements ValueStep {
    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        return engine.functions.applied(call, at).map(sources -> engine.values(sources, at));
    }
}
