package dev.keyguard.usage;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Linker.Located;
import dev.keyguard.value.Site;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells where an object comes into being: the calls or constructors at the bottom of its builder chains. */
final class ObjectRoots {
    private static final int DEPTH = 8;

    private final Linker linker;

    ObjectRoots(Linker linker) {
        this.linker = linker;
    }

    /** Places of the expressions that begin the object; the same object seen from two sides has one in common. */
    Set<Place> of(Expr object, Site site) {
        Set<Place> roots = new LinkedHashSet<>();
        collect(object, site, roots, new HashSet<>(), 0);
        return roots;
    }

    private void collect(Expr object, Site site, Set<Place> roots, Set<Place> seen, int depth) {
        if (depth > DEPTH || !seen.add(object.place())) {
            return;
        }
        Expr bottom = bottom(object);
        Expr start = bottom instanceof Expr.Call call && call.scope().isPresent()
                ? call.scope().get()
                : bottom;
        boolean followed = false;
        if (!(start instanceof Expr.New)) {
            for (Located producer : linker.producersOf(start, site)) {
                if (!producer.expression().place().equals(start.place())) {
                    followed = true;
                    collect(producer.expression(), producer.site(), roots, seen, depth + 1);
                }
            }
        }
        if (!followed) {
            roots.add(bottom.place());
        }
    }

    /** The first call or constructor of a chain; the name itself where there is none. */
    static Expr bottom(Expr expression) {
        Expr at = expression;
        while (true) {
            if (at instanceof Expr.Call call && call.scope().isPresent()) {
                Expr scope = call.scope().get();
                if (!(scope instanceof Expr.Call) && !(scope instanceof Expr.New) && !(scope instanceof Expr.Cast)) {
                    return at;
                }
                at = scope;
            } else if (at instanceof Expr.Cast cast) {
                at = cast.expression();
            } else {
                return at;
            }
        }
    }

    /** The object a chain of accessors starts from: {@code client} of {@code client.chat().completions()}. */
    static Expr receiver(Expr expression) {
        Expr bottom = bottom(expression);
        return bottom instanceof Expr.Call call && call.scope().isPresent()
                ? call.scope().get()
                : bottom;
    }
}
