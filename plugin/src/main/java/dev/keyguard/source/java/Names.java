package dev.keyguard.source.java;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;

/** Makes the expression for a dotted name. */
final class Names {
    private Names() {}

    /** {@code a.b.c} as members of a name, all at the place of the first. */
    static Expr of(String dotted, Place place) {
        Expr expr = null;
        for (String part : dotted.split("\\.")) {
            expr = expr == null ? new Expr.Name(part, place) : new Expr.Member(expr, part, place);
        }
        return expr;
    }
}
