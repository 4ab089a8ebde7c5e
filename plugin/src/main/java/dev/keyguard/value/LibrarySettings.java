package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Getters of a library's settings object, which its starter binds to properties: {@code acmeProperties.getModel()}. The
 * jar's metadata says which property that is, and what it is preset with.
 */
final class LibrarySettings implements ValueStep {
    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        if (!call.arguments().isEmpty()
                || call.scope().isEmpty()
                || at.site().module().dependencies().jars().isEmpty()) {
            return Optional.empty();
        }
        return engine.typing
                .name(call.scope().get(), at.site())
                .filter(type -> type.indexOf('.') > 0 && !type.startsWith("java."))
                .flatMap(type -> engine.metadata.member(
                        type,
                        Lombok.names(call.name(), "get", "is").get(0),
                        at.site().module()))
                .map(property -> values(property, call, at, engine));
    }

    private static List<Value> values(ConfigurationMetadata.Property property, Expr.Call call, At at, Engine engine) {
        Hop hop = new Hop(Hop.Kind.LOOKED_UP, call.place(), Optional.of(property.name()));
        List<Value> set = engine.configuration.values(
                property.name(), at.site().module(), at.site().scope());
        List<Value> found = new ArrayList<>(Engine.map(set, value -> value.then(hop)));
        Trail here = Constants.named(call.place(), property.name());
        boolean settled = !set.isEmpty()
                && engine.configuration.settled(
                        property.name(), at.site().module(), at.site().scope());
        if (!settled) {
            property.defaultValue()
                    .filter(text -> !text.contains("${"))
                    .ifPresent(text -> found.add(new Value.Known(text, Origin.DEFAULT, here)));
        }
        return found.isEmpty() ? List.of(new Value.FromConfiguration(property.name(), here)) : found;
    }
}
