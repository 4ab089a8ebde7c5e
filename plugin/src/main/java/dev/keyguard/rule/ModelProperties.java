package dev.keyguard.rule;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.ConfigProperty;
import dev.keyguard.sdk.Library;
import dev.keyguard.sdk.Role;
import dev.keyguard.usage.Reference;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which property sets the model of a client. */
final class ModelProperties {
    private final List<Library> libraries;

    private ModelProperties(List<Library> libraries) {
        this.libraries = libraries;
    }

    /** As the catalogue says. */
    static ModelProperties of(Catalogue catalogue) {
        return new ModelProperties(List.copyOf(catalogue.libraries()));
    }

    /** No catalogue is at hand. */
    static ModelProperties none() {
        return new ModelProperties(List.of());
    }

    /** The shortest property that sets the model for the reference's client and operation, if its library has one. */
    Optional<String> of(Reference reference) {
        return libraries.stream()
                .filter(library -> library.client().equals(reference.client()))
                .flatMap(library -> library.properties().stream())
                .filter(property ->
                        property.role() == Role.MODEL && !property.name().contains("<"))
                .filter(property -> property.operation()
                        .filter(reference.operation()::equals)
                        .isPresent())
                .filter(property -> property.service()
                        .map(reference.endpoint().service()::equals)
                        .orElse(true))
                .map(ConfigProperty::name)
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }
}
