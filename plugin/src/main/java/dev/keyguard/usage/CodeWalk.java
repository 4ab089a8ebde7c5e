package dev.keyguard.usage;

import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker.Located;
import dev.keyguard.value.Occurrences;
import dev.keyguard.value.Site;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The expressions of a file, each with the one that it is a direct part of. */
final class CodeWalk {
    private final Occurrences occurrences;
    private final Map<Expr, Expr> parents = new IdentityHashMap<>();
    private final Set<Expr> annotationMembers = Collections.newSetFromMap(new IdentityHashMap<>());

    CodeWalk(Occurrences occurrences) {
        this.occurrences = occurrences;
        occurrences
                .annotations()
                .forEach(found ->
                        annotationMembers.addAll(found.annotation().members().values()));
        for (Located located : occurrences.expressions()) {
            Parts.of(located.expression()).forEach(part -> parents.put(part, located.expression()));
        }
    }

    /** Every expression once. */
    List<Visit> visits() {
        return occurrences.expressions().stream()
                .map(located -> new Visit(located.expression(), located.site(), this))
                .toList();
    }

    /** Every annotation once. */
    List<Annotated> annotations() {
        return occurrences.annotations().stream()
                .map(found -> new Annotated(found.annotation(), found.site()))
                .toList();
    }

    /** An annotation and the site that its names mean something at. */
    record Annotated(AnnotationFact annotation, Site site) {}

    /** An expression in its place. */
    record Visit(Expr expression, Site site, CodeWalk walk) {
        /** The expression it is a direct part of; absent for the root of a statement. */
        Optional<Expr> parent() {
            return Optional.ofNullable(walk.parents.get(expression));
        }

        /** Whether it is part of what an annotation is given. */
        boolean inAnnotation() {
            Expr root = expression;
            while (walk.parents.get(root) != null) {
                root = walk.parents.get(root);
            }
            return walk.annotationMembers.contains(root);
        }

        /** The last call of the fluent chain this expression begins or continues: {@code a.b().c()} for {@code a.b()}. */
        Expr chainEnd() {
            Expr end = expression;
            while (walk.parents.get(end) instanceof Expr.Call call
                    && call.scope().orElse(null) == end) {
                end = call;
            }
            return end;
        }
    }
}
