package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code name()} and {@code toString()} of enum constants of the workspace. */
final class EnumNames implements ValueStep {
    private static final Set<String> NAMES = Set.of("name", "toString");

    private final Constants constants;

    EnumNames(Constants constants) {
        this.constants = constants;
    }

    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        if (!NAMES.contains(call.name()) || !call.arguments().isEmpty()) {
            return Optional.empty();
        }
        At object;
        if (call.scope().isPresent() && !(call.scope().get() instanceof Expr.Self)) {
            object = at.of(call.scope().get());
        } else if (at.frame().self().isPresent()) {
            object = at.frame().self().get();
        } else {
            return Optional.empty();
        }
        List<Value> values = new ArrayList<>();
        for (At producer : engine.producers(object)) {
            Optional<Hierarchy.Member> constant = constants.named(producer);
            if (constant.isEmpty()) {
                return Optional.empty();
            }
            values.addAll(
                    call.name().equals("name")
                            ? constants.name(constant.get(), producer)
                            : constants.enumConstant(constant.get(), producer));
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(Engine.returned(values, call));
    }
}
