package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes frames, each once, and keeps chains of calls short: a call that is too deep is looked at without its caller. */
final class Frames {
    private static final int MAX_DEPTH = 5;

    private final Map<Key, Frame> frames = new HashMap<>();

    /** The frame in which a method runs that is called by that expression. */
    Frame call(MethodFacts method, At call, Optional<At> self) {
        Frame caller = call.frame();
        if (caller.depth() >= MAX_DEPTH || recursive(method, call.expr(), caller)) {
            return Frame.NONE;
        }
        return frames.computeIfAbsent(
                new Key(method, call.expr(), caller, self),
                k -> new Frame(
                        Optional.of(method),
                        arguments(call.expr()),
                        argumentNames(call.expr()),
                        Optional.of(call.site()),
                        Optional.of(caller),
                        self,
                        caller.depth() + 1));
    }

    /** The frame of a constructor that an enum constant's arguments go to. */
    Frame constant(MethodFacts constructor, List<Expr> arguments, At constant, Site where) {
        return frames.computeIfAbsent(
                new Key(constructor, constant.expr(), Frame.NONE, Optional.of(constant)),
                k -> new Frame(
                        Optional.of(constructor),
                        arguments,
                        List.of(),
                        Optional.of(where),
                        Optional.of(Frame.NONE),
                        Optional.of(constant),
                        1));
    }

    /** A frame in which only the object is known. */
    Frame on(At self) {
        if (self.frame().depth() >= MAX_DEPTH) {
            return Frame.NONE;
        }
        return frames.computeIfAbsent(
                new Key(null, self.expr(), self.frame(), Optional.of(self)),
                k -> new Frame(
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(self),
                        self.frame().depth() + 1));
    }

    private static boolean recursive(MethodFacts method, Expr call, Frame caller) {
        for (Optional<Frame> f = Optional.of(caller); f.isPresent(); f = f.get().caller()) {
            if (f.get().binds(method) && f.get().arguments() == arguments(call)) {
                return true;
            }
        }
        return false;
    }

    static List<Expr> arguments(Expr call) {
        if (call instanceof Expr.Call c) {
            return c.arguments();
        } else if (call instanceof Expr.New n) {
            return n.arguments();
        } else if (call instanceof Expr.ConstructorCall c) {
            return c.arguments();
        }
        return List.of();
    }

    static List<String> argumentNames(Expr call) {
        if (call instanceof Expr.Call c) {
            return c.argumentNames();
        }
        return call instanceof Expr.New n ? n.argumentNames() : List.of();
    }

    private record Key(MethodFacts method, Expr call, Frame caller, Optional<At> self) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && method == key.method
                    && call == key.call
                    && caller == key.caller
                    && self.equals(key.self);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(method) * 31 + System.identityHashCode(call) + self.hashCode();
        }
    }
}
