package dev.keyguard.source.code;

import dev.keyguard.source.Place;
import java.util.List;
import java.util.Optional;

/** A field; {@code place} is its name. */
public record FieldFact(
        String name,
        TypeRef type,
        Optional<Expr> initializer,
        List<AnnotationFact> annotations,
        boolean isStatic,
        boolean isFinal,
        Place place,
        int endLine) {}
