package dev.keyguard.value;

import dev.keyguard.source.code.Expr;

/**
 * An expression where it stands, evaluated in a frame. Equal if it is the same expression (not an equal one) in the same
 * frame.
 */
record At(Expr expr, Site site, Frame frame) {
    /** Another expression of the same statement. */
    At of(Expr other) {
        return new At(other, site, frame);
    }

    /** What a lambda of the same statement returns. */
    At in(Expr.Lambda lambda, Expr result) {
        return new At(result, site.within(lambda), frame);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof At at && expr == at.expr && frame == at.frame;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(expr) * 31 + System.identityHashCode(frame);
    }
}
