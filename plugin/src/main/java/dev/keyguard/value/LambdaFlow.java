package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Hierarchy.Method;
import dev.keyguard.value.Linker.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the parameters of lambdas and method references are given, by what these are handed to. */
final class LambdaFlow {
    private static final Set<String> PASSES_RECEIVER = Set.of(
            "let",
            "also",
            "apply",
            "run",
            "takeIf",
            "thenApply",
            "thenAccept",
            "thenCompose",
            "thenApplyAsync",
            "with");
    private static final Set<String> PASSES_ELEMENT = Set.of(
            "forEach",
            "map",
            "mapToObj",
            "flatMap",
            "filter",
            "peek",
            "anyMatch",
            "allMatch",
            "noneMatch",
            "ifPresent",
            "ifPresentOrElse",
            "sorted",
            "removeIf",
            "mapNotNull",
            "onEach",
            "forEachOrdered",
            "associateWith");

    private final Engine engine;

    LambdaFlow(Engine engine) {
        this.engine = engine;
    }

    /** What the {@code index}-th parameter of a function is given. */
    List<Source> of(Expr function, int index, At at) {
        Optional<Occurrences.Argument> handed =
                engine.declarations.in(at.site().file()).argument(function);
        if (handed.isEmpty() || !(handed.get().call().expression() instanceof Expr.Call call)) {
            return List.of(new Source.Unknown("a parameter of a function that is called elsewhere"));
        }
        Located owner = handed.get().call();
        At receiver = call.scope().map(s -> new At(s, owner.site(), at.frame())).orElse(null);
        if (receiver != null) {
            Optional<Ty> type = engine.typing.of(receiver.expr(), owner.site());
            boolean map = type.filter(t -> t.simpleName().endsWith("Map")).isPresent();
            if (map && call.name().equals("forEach")) {
                return List.of(new Source.EntryOf(receiver, index == 0));
            }
            if (map && call.name().equals("computeIfAbsent")) {
                return List.of(new Source.Of(new At(call.arguments().get(0), owner.site(), at.frame())));
            }
        }
        List<Source> own = ownMethod(call, handed.get().index(), index, owner, at.frame());
        if (!own.isEmpty()) {
            return own;
        }
        if (receiver != null && PASSES_ELEMENT.contains(call.name())) {
            boolean single = engine.typing
                    .of(receiver.expr(), owner.site())
                    .filter(t -> t.is("Optional", "Mono", "OptionalInt"))
                    .isPresent();
            return List.of(single ? new Source.Of(receiver) : new Source.ElementOf(receiver));
        }
        if (receiver != null && PASSES_RECEIVER.contains(call.name())) {
            return List.of(new Source.Of(receiver));
        }
        return List.of(new Source.Unknown("what " + call.name() + " hands to its function"));
    }

    /** What a method of the workspace that takes the function calls it with. */
    private List<Source> ownMethod(Expr.Call call, int argument, int index, Located owner, Frame frame) {
        List<Source> sources = new ArrayList<>();
        At at = new At(call, owner.site(), frame);
        for (OwnCalls.Target target : engine.ownCalls.targets(at)) {
            Method method = target.method();
            if (argument >= method.facts().parameters().size()) {
                continue;
            }
            String name = method.facts().parameters().get(argument).name();
            Frame inside = engine.frames.call(method.facts(), at, target.self());
            for (Located inner : engine.declarations.in(method.decl().file()).callsOn(name)) {
                if (inner.site().method().filter(m -> m == method.facts()).isPresent()
                        && inner.expression() instanceof Expr.Call applied
                        && applied.scope().filter(s -> isName(s, name)).isPresent()
                        && index < applied.arguments().size()) {
                    sources.add(new Source.Of(new At(applied.arguments().get(index), inner.site(), inside)));
                }
            }
        }
        return sources;
    }

    private static boolean isName(Expr expression, String name) {
        return expression instanceof Expr.Name n && n.name().equals(name);
    }
}
