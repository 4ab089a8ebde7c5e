package dev.keyguard.source.code;

import dev.keyguard.source.Place;
import java.util.List;

/**
 * A method, constructor (name {@code <init>}, return type the class) or initialiser ({@code <clinit>} static,
 * {@code <instance>} otherwise; a type can have several of both); {@code place} is its name. An annotation's member is a
 * method that returns its default. The compact constructor of a record has the components as parameters and, behind its
 * statements, the assignments to the fields.
 */
public record MethodFacts(
        String name,
        List<Parameter> parameters,
        TypeRef returnType,
        List<AnnotationFact> annotations,
        boolean isStatic,
        Body body,
        Place place,
        int endLine) {
    /** Name of every constructor. */
    public static final String CONSTRUCTOR = "<init>";

    /** Methods differ by where they stand. */
    @Override
    public int hashCode() {
        return place.hashCode() * 31 + name.hashCode();
    }

    /** Whether this is a constructor. */
    public boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }
}
