package dev.keyguard.source.kotlin;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the parameters of {@code let} and {@code also} stand for, while their lambdas are open. */
final class Aliases {
    private final Map<String, Expr> objects = new HashMap<>();

    /** Lets a name stand for an object; gives what it stood for. */
    Optional<Expr> alias(String name, Expr object) {
        return Optional.ofNullable(objects.put(name, object));
    }

    /** Lets a name stand for itself; gives what it stood for. */
    Optional<Expr> hide(String name) {
        return Optional.ofNullable(objects.remove(name));
    }

    /** Undoes the other two. */
    void restore(String name, Optional<Expr> outer) {
        outer.ifPresentOrElse(object -> objects.put(name, object), () -> objects.remove(name));
    }

    /** The expression for that name, written at that place. */
    Expr resolve(String name, Place place) {
        Expr object = objects.get(name);
        if (object instanceof Expr.Name other) {
            return new Expr.Name(other.name(), place);
        }
        return object != null ? object : new Expr.Name(name, place);
    }
}
