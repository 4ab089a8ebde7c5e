package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the call in which a method is looked at: its arguments, and the object it is called on. Frames are
 * made by {@link Frames} only, one for the same call, so that they can be compared by identity.
 *
 * @param method    whose parameters are bound; absent if only the object is known
 * @param arguments what the caller gives, to be evaluated at {@code site} in {@code caller}
 * @param argumentNames names of the arguments, where the call names them
 * @param self      the receiver, where it is known
 * @param depth     number of calls below the outermost one
 */
record Frame(
        Optional<MethodFacts> method,
        List<Expr> arguments,
        List<String> argumentNames,
        Optional<Site> site,
        Optional<Frame> caller,
        Optional<At> self,
        int depth) {
    /** Nothing is known: a parameter can have what any call site gives. */
    static final Frame NONE =
            new Frame(Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 0);

    /** Whether the parameters of that method are bound here. */
    boolean binds(MethodFacts other) {
        return method.isPresent() && method.get() == other;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
