package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mocks and matchers of tests: they stand for an object but give no value. */
final class TestDoubles implements ValueStep {
    private static final Set<String> MAKERS = Set.of(
            "mock", "spy", "mockk", "any", "anyString", "isA", "isNull", "notNull", "nullable", "argThat", "captor");

    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        return makes(at) && engine.ownCalls.targets(at).isEmpty() ? Optional.of(List.of()) : Optional.empty();
    }

    /** Whether that expression makes a test double. */
    static boolean makes(At at) {
        if (!(at.expr() instanceof Expr.Call call) || !MAKERS.contains(call.name())) {
            return false;
        }
        boolean imported = at.site().file().imports().stream()
                .anyMatch(i -> i.name().contains("mockito") || i.name().contains("mockk"));
        boolean plain = call.scope().isEmpty()
                || call.scope().get() instanceof Expr.Name name && name.name().contains("Mock");
        return imported && plain;
    }
}
