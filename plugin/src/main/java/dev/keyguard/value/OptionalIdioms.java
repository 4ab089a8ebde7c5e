package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code Optional}: what it holds, and what stands in for it. An optional is taken for what it holds. */
final class OptionalIdioms implements ValueStep {
    private static final Set<String> OF = Set.of("of", "ofNullable", "just", "justOrEmpty");
    private static final Set<String> SAME = Set.of(
            "get",
            "orElseThrow",
            "filter",
            "stream",
            "getIfAvailable",
            "getIfUnique",
            "getObject",
            "block",
            "join",
            "asString",
            "orNull",
            "toJavaUtil");
    private static final Set<String> CERTAIN = Set.of("orElse", "orElseGet", "orElseThrow", "defaultIfEmpty");
    private static final Set<String> HOLDERS = Set.of(
            "Optional", "Mono", "ObjectProvider", "Provider", "Instance", "ConfigValue", "AtomicReference", "Lazy");

    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        if (call.scope().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> type = engine.types.of(call.scope().get(), at.site());
        if (type.isPresent()) {
            boolean optional = type.get().endsWith(".Optional") || type.get().endsWith(".Mono");
            if (optional && call.name().equals("empty")) {
                return Optional.of(List.of());
            }
            return optional && OF.contains(call.name()) && call.arguments().size() == 1
                    ? Optional.of(engine.values(at.of(call.arguments().get(0))))
                    : Optional.empty();
        }
        Optional<Ty> receiver = engine.typing.of(call.scope().get(), at.site());
        boolean holder = receiver.filter(t -> HOLDERS.contains(t.simpleName())).isPresent();
        boolean stream =
                receiver.filter(t -> t.is("Stream", "List", "Collection")).isPresent();
        if (!holder && (stream || receiver.isPresent() || !CERTAIN.contains(call.name()))) {
            return Optional.empty();
        }
        At held = at.of(call.scope().get());
        if (call.name().equals("get") && holder && !engine.producers(held).isEmpty() && isFunction(held, engine)) {
            return Optional.empty();
        }
        if (call.arguments().isEmpty() && !SAME.contains(call.name())) {
            return Optional.empty();
        }
        return switch (call.name()) {
            case "orElse", "defaultIfEmpty" ->
                Optional.of(or(
                        engine.values(held),
                        engine.values(at.of(call.arguments().get(0)))));
            case "orElseGet", "or" ->
                Optional.of(or(
                        engine.values(held),
                        engine.values(
                                engine.functions.results(at.of(call.arguments().get(0))), at)));
            case "map", "flatMap" -> Optional.of(mapped(call, held, at, engine));
            default -> SAME.contains(call.name()) ? Optional.of(engine.values(held)) : Optional.empty();
        };
    }

    private static boolean isFunction(At held, Engine engine) {
        return engine.producers(held).stream()
                .anyMatch(p -> p.expr() instanceof Expr.Lambda || p.expr() instanceof Expr.MethodRef);
    }

    /** What is held, then what stands in for it. */
    static List<Value> or(List<Value> held, List<Value> instead) {
        List<Value> all = new ArrayList<>(held);
        all.addAll(Engine.map(instead, v -> Evaluator.retold(v, Origin.LITERAL, Origin.DEFAULT)));
        return all;
    }

    private static List<Value> mapped(Expr.Call call, At held, At at, Engine engine) {
        Expr function = call.arguments().get(0);
        if (function instanceof Expr.MethodRef reference) {
            Optional<String> type = engine.types.of(reference.scope(), at.site());
            if (type.filter(t -> t.equals("java.lang.String") || t.equals("java.lang.Object"))
                    .isPresent()) {
                return Engine.map(
                        engine.values(held),
                        v -> v instanceof Value.Known known
                                ? new Value.Known(
                                        TextIdioms.change(known.text(), reference.name()),
                                        known.origin(),
                                        known.trail())
                                : v);
            }
        }
        return engine.values(engine.functions.results(at.of(function)), at);
    }
}
