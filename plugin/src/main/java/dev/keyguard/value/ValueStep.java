package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.List;
import java.util.Optional;

/** One idiom of calls whose result can be told. Steps are asked in order; the first that knows the call answers. */
interface ValueStep {
    /**
     * What the call gives.
     *
     * @param call the expression of {@code at}
     * @return absent if this is not the step for that call
     */
    Optional<List<Value>> values(Expr.Call call, At at, Engine engine);
}
