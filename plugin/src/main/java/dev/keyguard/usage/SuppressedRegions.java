package dev.keyguard.usage;

import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.usage.Inventory.SuppressedRegion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lines that an annotation speaks for: {@code @SuppressWarnings("keyguard:rule")} and any annotation whose simple name is
 * {@code SuppressKeyguard}, so that nobody needs a dependency for it.
 */
final class SuppressedRegions {
    private static final String PREFIX = "keyguard:";

    private SuppressedRegions() {}

    static List<SuppressedRegion> of(CodeFacts file) {
        List<SuppressedRegion> regions = new ArrayList<>();
        Deque<TypeFacts> open = new ArrayDeque<>(file.types());
        while (!open.isEmpty()) {
            TypeFacts type = open.pop();
            add(regions, type.annotations(), type.endLine());
            type.fields().forEach(field -> add(regions, field.annotations(), field.endLine()));
            type.methods().forEach(method -> add(regions, method.annotations(), method.endLine()));
            open.addAll(type.nested());
            open.addAll(type.local());
        }
        return regions;
    }

    private static void add(List<SuppressedRegion> regions, List<AnnotationFact> annotations, int endLine) {
        for (AnnotationFact annotation : annotations) {
            if (annotation.simpleName().equals("SuppressKeyguard")) {
                String reason = annotation
                        .member("reason")
                        .flatMap(SuppressedRegions::text)
                        .orElse("");
                List<String> rules =
                        annotation.member("value").map(SuppressedRegions::texts).orElse(List.of());
                (rules.isEmpty() ? List.of("") : rules)
                        .forEach(rule -> regions.add(region(annotation, endLine, rule, reason)));
            } else if (annotation.simpleName().equals("SuppressWarnings")) {
                annotation.member("value").map(SuppressedRegions::texts).orElse(List.of()).stream()
                        .filter(text -> text.equals("keyguard") || text.startsWith(PREFIX))
                        .map(text -> text.equals("keyguard") ? "" : text.substring(PREFIX.length()))
                        .forEach(rule -> regions.add(region(annotation, endLine, rule, "")));
            }
        }
    }

    private static SuppressedRegion region(AnnotationFact annotation, int endLine, String rule, String reason) {
        return new SuppressedRegion(
                annotation.place().file(),
                annotation.place().line(),
                endLine,
                rule,
                reason,
                annotation.place().line());
    }

    private static List<String> texts(Expr value) {
        Stream<Expr> all = value instanceof Expr.ArrayLiteral array ? array.elements().stream() : Stream.of(value);
        return all.flatMap(e -> text(e).stream()).toList();
    }

    private static Optional<String> text(Expr value) {
        return value instanceof Expr.Literal literal ? literal.text() : Optional.empty();
    }
}
