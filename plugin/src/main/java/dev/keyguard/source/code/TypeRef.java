package dev.keyguard.source.code;

import java.util.List;

/**
 * A type as it is written: not resolved.
 *
 * @param name      as spelt, with dots and without type arguments or array brackets: {@code Map.Entry}; {@code var} and
 *                  the empty string for an inferred type
 * @param arguments type arguments as written
 * @param dimensions array dimensions, varargs counting as one
 */
public record TypeRef(String name, List<TypeRef> arguments, int dimensions) {
    /** A type without arguments or dimensions. */
    public static TypeRef of(String name) {
        return new TypeRef(name, List.of(), 0);
    }

    /** Whether the type must be inferred from the initialiser. */
    public boolean inferred() {
        return name.isEmpty() || name.equals("var");
    }
}
