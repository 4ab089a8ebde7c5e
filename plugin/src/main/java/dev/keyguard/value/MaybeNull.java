package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.List;
import java.util.Optional;

/** Whether {@code null} is written out as one of the things that an expression can be. */
final class MaybeNull {
    private static final int MAX_DEPTH = 6;

    private final Engine engine;

    MaybeNull(Engine engine) {
        this.engine = engine;
    }

    boolean is(At at) {
        return is(at, 0);
    }

    private boolean is(At at, int depth) {
        Expr expr = at.expr();
        if (depth > MAX_DEPTH) {
            return false;
        } else if (expr instanceof Expr.Literal literal) {
            return literal.kind() == Expr.Literal.Kind.NULL;
        } else if (expr instanceof Expr.Conditional choice) {
            return is(at.of(choice.whenTrue()), depth + 1) || is(at.of(choice.whenFalse()), depth + 1);
        } else if (expr instanceof Expr.Switch choice) {
            return choice.branches().stream()
                    .flatMap(branch -> branch.results().stream())
                    .anyMatch(result -> is(at.of(result), depth + 1));
        } else if (expr instanceof Expr.Cast cast) {
            return is(at.of(cast.expression()), depth + 1);
        } else if (expr instanceof Expr.Name || expr instanceof Expr.Member) {
            Optional<Binding> binding = engine.fields.binding(at).filter(b -> !(b instanceof Binding.Imported));
            return binding.isPresent() && any(engine.fields.sourcesOf(binding.get(), at), depth);
        } else if (expr instanceof Expr.Call) {
            return engine.ownCalls
                    .sources(at)
                    .filter(sources -> any(sources, depth))
                    .isPresent();
        }
        return false;
    }

    private boolean any(List<Source> sources, int depth) {
        return sources.stream().anyMatch(source -> source instanceof Source.Of of && is(of.at(), depth + 1));
    }
}
