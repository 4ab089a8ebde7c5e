package dev.keyguard.source.code;

import dev.keyguard.source.Place;
import java.util.Map;
import java.util.Optional;

/**
 * An annotation as written.
 *
 * @param name    as spelt, simple or qualified
 * @param members member name → expression; the single unnamed one is {@code value}
 */
public record AnnotationFact(String name, Map<String, Expr> members, Place place) {
    /** The name without its package or outer class. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The expression given for that member. */
    public Optional<Expr> member(String member) {
        return Optional.ofNullable(members.get(member));
    }
}
