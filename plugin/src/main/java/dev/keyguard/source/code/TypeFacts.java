package dev.keyguard.source.code;

import dev.keyguard.source.Place;
import java.util.List;

/**
 * A class, interface, enum, record or annotation; {@code place} is its name.
 *
 * @param name       simple name; empty for an anonymous class
 * @param extended   the superclass, or an interface's super-interfaces
 * @param implemented interfaces of a class, enum or record
 * @param constants  of an enum
 * @param components of a record
 * @param nested     member types, local classes not included (those stand in {@code local})
 * @param local      classes declared inside methods (by method order); anonymous ones stand in {@link Expr.New}
 * @param endLine    last line of the declaration
 */
public record TypeFacts(
        String name,
        Kind kind,
        List<AnnotationFact> annotations,
        List<TypeRef> extended,
        List<TypeRef> implemented,
        List<FieldFact> fields,
        List<MethodFacts> methods,
        List<EnumConstant> constants,
        List<Parameter> components,
        List<TypeFacts> nested,
        List<TypeFacts> local,
        Place place,
        int endLine) {
    /** Types differ by where they stand. */
    @Override
    public int hashCode() {
        return place.hashCode() * 31 + name.hashCode();
    }

    /** The sort of type. */
    public enum Kind {
        CLASS,
        INTERFACE,
        ENUM,
        RECORD,
        ANNOTATION
    }

    /** An enum constant with its constructor arguments and, rarely, a body. */
    public record EnumConstant(
            String name, List<Expr> arguments, List<AnnotationFact> annotations, List<TypeFacts> body, Place place) {}
}
