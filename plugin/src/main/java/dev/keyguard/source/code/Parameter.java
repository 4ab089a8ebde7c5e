package dev.keyguard.source.code;

import dev.keyguard.source.Place;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of a method, constructor or lambda, or a record component.
 *
 * @param defaultValue what it has where a caller gives none (Kotlin)
 */
public record Parameter(
        String name,
        TypeRef type,
        List<AnnotationFact> annotations,
        boolean varargs,
        Optional<Expr> defaultValue,
        Place place) {
    /** A parameter without a default value. */
    public Parameter(String name, TypeRef type, List<AnnotationFact> annotations, boolean varargs, Place place) {
        this(name, type, annotations, varargs, Optional.empty(), place);
    }
}
