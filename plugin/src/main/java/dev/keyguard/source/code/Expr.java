package dev.keyguard.source.code;

import dev.keyguard.source.Place;
import java.util.List;
import java.util.Optional;

/**
 * An expression as a reader leaves it: only what the flow of values needs. {@link #place()} is where the expression
 * begins, except for a {@link Call}, where it is the method's name (the line a person calls «the call»), and for a
 * {@link Member}, where it is the last name.
 */
public sealed interface Expr {
    Place place();

    /**
     * A literal: string, text block (indentation already stripped), char, number, boolean; {@code null} as absent.
     *
     * @param spelling how it is written, where {@code text} does not stand as it is right behind one opening quote
     */
    record Literal(Kind kind, Optional<String> text, Optional<Spelling> spelling, Place place) implements Expr {
        /** A literal that is written as it reads. */
        public Literal(Kind kind, Optional<String> text, Place place) {
            this(kind, text, Optional.empty(), place);
        }

        /**
         * Where in the file a character of the text stands: for places inside a JSON document or a longer string.
         *
         * @param offset index into the text, from 0 to its length
         */
        public Place placeAt(int offset) {
            return spelling.orElse(Spelling.PLAIN).placeAt(offset, place, text.orElse(""));
        }

        /** The sort of literal. */
        public enum Kind {
            STRING,
            TEXT_BLOCK,
            CHAR,
            NUMBER,
            BOOLEAN,
            NULL
        }
    }

    /** A simple name: local, parameter, field, enum constant, static import, or a type used as a scope. */
    record Name(String name, Place place) implements Expr {}

    /** {@code scope.name} where it is no call: a field, a constant, a package or a type. */
    record Member(Expr scope, String name, Place place) implements Expr {}

    /**
     * {@code scope.name(arguments)}; without a scope a call on {@code this}, an outer class or a static import.
     *
     * @param argumentNames empty if all arguments are positional, else one for each argument: the parameter's name
     *                      (Kotlin) or the empty string
     */
    record Call(Optional<Expr> scope, String name, List<Expr> arguments, List<String> argumentNames, Place place)
            implements Expr {
        /** A call with positional arguments only. */
        public Call(Optional<Expr> scope, String name, List<Expr> arguments, Place place) {
            this(scope, name, arguments, List.of(), place);
        }
    }

    /**
     * {@code new Type(arguments) {body}}. A nested annotation is a {@code New} too, with its members' names.
     *
     * @param argumentNames as for a {@link Call}
     */
    record New(TypeRef type, List<Expr> arguments, List<String> argumentNames, Optional<TypeFacts> body, Place place)
            implements Expr {
        /** A constructor call with positional arguments only. */
        public New(TypeRef type, List<Expr> arguments, Optional<TypeFacts> body, Place place) {
            this(type, arguments, List.of(), body, place);
        }
    }

    /** {@code this(...)} or {@code super(...)} as the first statement of a constructor. */
    record ConstructorCall(boolean isSuper, List<Expr> arguments, Place place) implements Expr {}

    /** {@code this}, {@code super} or {@code Outer.this} ({@code type} names the outer class). */
    record Self(boolean isSuper, Optional<String> type, Place place) implements Expr {}

    /** {@code condition ? whenTrue : whenFalse}; of Kotlin's {@code a ?: b} the condition is opaque. */
    record Conditional(Expr condition, Expr whenTrue, Expr whenFalse, Place place) implements Expr {}

    /** A switch expression (or Kotlin's {@code when}): what each branch yields. */
    record Switch(Expr selector, List<Branch> branches, Place place) implements Expr {
        /**
         * One branch.
         *
         * @param labels empty for {@code default}; a type pattern is a {@link ClassLiteral}
         * @param block  the block of the {@link Body} its statements stand in and its results are evaluated in
         */
        public record Branch(List<Expr> labels, List<Expr> results, int block) {
            /** A branch without a block of its own. */
            public Branch(List<Expr> labels, List<Expr> results) {
                this(labels, results, 0);
            }
        }
    }

    /** {@code a + b + c}, flattened. */
    record Concat(List<Expr> parts, Place place) implements Expr {}

    /** Any other operator, kept for its operands: comparison, arithmetic, {@code !}, {@code instanceof}. */
    record Operation(String operator, List<Expr> operands, Place place) implements Expr {}

    /** {@code {a, b}} or {@code new T[] {a, b}}. */
    record ArrayLiteral(List<Expr> elements, Place place) implements Expr {}

    /** {@code array[index]}. */
    record Index(Expr array, Expr index, Place place) implements Expr {}

    /**
     * A lambda. Its statements stand in the enclosing {@link Body} in blocks below {@code block}; {@code results} are
     * what it may return.
     */
    record Lambda(List<Parameter> parameters, int block, List<Expr> results, Place place) implements Expr {}

    /** {@code scope::name}; {@code X::new} has the name {@code new}. */
    record MethodRef(Expr scope, String name, Place place) implements Expr {}

    /** {@code Type.class}. */
    record ClassLiteral(TypeRef type, Place place) implements Expr {}

    /** {@code target = value} used as an expression; the assignment itself also stands in the body. */
    record Assign(Expr target, Expr value, Place place) implements Expr {}

    /** {@code (Type) expression}, and anything else a value passes through unchanged. */
    record Cast(TypeRef type, Expr expression, Place place) implements Expr {}

    /** Something no reader follows. */
    record Opaque(String reason, Place place) implements Expr {}
}
