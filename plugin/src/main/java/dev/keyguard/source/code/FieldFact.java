package dev.keyguard.source.code;

import dev.keyguard.source.Place;
import java.util.List;
import java.util.Optional;

/**
 * A field; {@code place} is its name.
 *
 * @param initializer absent too where the initialiser holds a lambda or statements (a {@code switch} with a block): the
 *                    assignment then stands in a {@code <clinit>} or {@code <instance>} method of the type
 */
public record FieldFact(
        String name,
        TypeRef type,
        Optional<Expr> initializer,
        List<AnnotationFact> annotations,
        boolean isStatic,
        boolean isFinal,
        Place place,
        int endLine) {}
