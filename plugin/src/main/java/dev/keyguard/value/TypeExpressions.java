package dev.keyguard.value;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.TypeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Recognises expressions that are the name of a type: {@code ChatModel}, {@code com.openai.models.ChatModel}. */
final class TypeExpressions {
    private static final int MAX_SEGMENTS = 24;

    private final TypeNames names;
    private final Hierarchy hierarchy;
    private final Bindings bindings;
    private final Catalogue catalogue;

    TypeExpressions(TypeNames names, Hierarchy hierarchy, Bindings bindings, Catalogue catalogue) {
        this.names = names;
        this.hierarchy = hierarchy;
        this.bindings = bindings;
        this.catalogue = catalogue;
    }

    /** The qualified name, if the expression is one of a type. */
    Optional<String> of(Expr expression, Site site) {
        List<String> segments = new ArrayList<>();
        Expr next = expression;
        while (next instanceof Expr.Member member && segments.size() < MAX_SEGMENTS) {
            segments.add(0, member.name());
            next = member.scope();
        }
        if (!(next instanceof Expr.Name head)
                || bindings.find(head.name(), site).isPresent()) {
            return Optional.empty();
        }
        Optional<String> first = names.simple(head.name(), site);
        if (first.isPresent()) {
            return nested(first.get(), segments, 0, site);
        }
        if (looksLikeType(head.name())) {
            return nested(head.name(), segments, 0, site);
        }
        StringBuilder qualified = new StringBuilder(head.name());
        for (int i = 0; i < segments.size(); i++) {
            qualified.append('.').append(segments.get(i));
            if (looksLikeType(segments.get(i))) {
                return nested(qualified.toString(), segments, i + 1, site);
            }
        }
        return Optional.empty();
    }

    private Optional<String> nested(String outer, List<String> segments, int from, Site site) {
        String type = outer;
        for (int i = from; i < segments.size(); i++) {
            String inner = type + "." + segments.get(i);
            Optional<TypeDecl> decl = hierarchy.find(type, site.module());
            boolean isType = decl.isPresent()
                    ? decl.get().type().nested().stream().anyMatch(named(segments.get(i)))
                    : catalogue.knowsClass(inner)
                            || catalogue.constant(inner).isEmpty()
                                    && looksLikeType(segments.get(i))
                                    && !segments.get(i).equals(segments.get(i).toUpperCase(Locale.ROOT));
            if (!isType) {
                return Optional.empty();
            }
            type = inner;
        }
        return Optional.of(type);
    }

    private static Predicate<TypeFacts> named(String name) {
        return type -> type.name().equals(name);
    }

    private static boolean looksLikeType(String name) {
        return Character.isUpperCase(name.charAt(0));
    }
}
