package dev.keyguard.source.code;

import dev.keyguard.source.Place;
import java.util.List;
import java.util.Optional;

/** A statement, as far as values flow through it. */
public sealed interface Statement {
    /** The block of the {@link Body} it stands in. */
    int block();

    /**
     * A local variable, a resource, a pattern variable. One of a record pattern has as its initialiser an
     * {@link Expr.Index} into an {@link Expr.Cast} to the record's type: the component at that position.
     */
    record Local(
            String name,
            TypeRef type,
            Optional<Expr> initializer,
            List<AnnotationFact> annotations,
            int block,
            Place place)
            implements Statement {}

    /** {@code for (type name : iterable)}. */
    record ForEach(String name, TypeRef type, Expr iterable, int block, Place place) implements Statement {}

    /** {@code target = value}; compound assignments have an {@link Expr.Operation} or {@link Expr.Concat} as value. */
    record Assignment(Expr target, Expr value, int block) implements Statement {}

    /** {@code return value} of the method itself, not of a lambda in it. */
    record Return(Expr value, int block) implements Statement {}

    /** An expression evaluated for its effect, or the condition of a branch or loop. */
    record Effect(Expr expression, int block) implements Statement {}

    /** A {@code catch} clause: the types it names; its body is {@code catchBlock}, what it guards is {@code tryBlock}. */
    record Catch(List<TypeRef> types, String name, int tryBlock, int catchBlock, int block, Place place)
            implements Statement {}

    /** A {@code throw}. */
    record Throw(Expr value, int block) implements Statement {}
}
