package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Text that a {@code StringBuilder} collects: what is appended, in the order in which it is written. */
final class TextBuilders implements ValueStep {
    private static final Set<String> READS = Set.of("toString", "append");

    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        if (!READS.contains(call.name()) || call.scope().isEmpty()) {
            return Optional.empty();
        }
        boolean builder = engine.typing
                .of(call.scope().get(), at.site())
                .filter(t -> t.is("StringBuilder", "StringBuffer"))
                .isPresent();
        if (!builder) {
            return Optional.empty();
        }
        List<List<Value>> parts = new ArrayList<>();
        At object = call.name().equals("append") ? at : at.of(call.scope().get());
        for (At on : engine.sameObject.calls(object)) {
            List<Expr> arguments = Frames.arguments(on.expr());
            boolean made = on.expr() instanceof Expr.New;
            boolean appended = on.expr() instanceof Expr.Call c && c.name().equals("append");
            if ((made || appended) && arguments.size() == 1 && !isCapacity(arguments.get(0))) {
                parts.add(engine.values(on.of(arguments.get(0))));
            }
        }
        return Optional.of(Texts.product(parts, call.place()));
    }

    private static boolean isCapacity(Expr argument) {
        return argument instanceof Expr.Literal literal && literal.kind() == Expr.Literal.Kind.NUMBER;
    }
}
