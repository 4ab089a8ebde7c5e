package dev.keyguard.fix;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.ConfigProperty;
import dev.keyguard.sdk.EntryPoint;
import dev.keyguard.sdk.Library;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Constants and wrappers only. */
record FakeCatalogue(Map<String, String> constants, Set<String> wrappers) implements Catalogue {
    @Override
    public Collection<Library> libraries() {
        return List.of(new Library(
                "fake",
                "openai-java",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                Map.of(),
                Map.of(),
                constants,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    @Override
    public Optional<Library> library(String id) {
        return Optional.empty();
    }

    @Override
    public List<EntryPoint> entryPoints(String method) {
        return List.of();
    }

    @Override
    public List<EntryPoint> entryPoints(String className, String method) {
        return List.of();
    }

    @Override
    public Optional<String> resultOf(String className, String method) {
        return Optional.empty();
    }

    @Override
    public boolean knowsClass(String className) {
        return false;
    }

    @Override
    public Set<String> classesNamed(String simpleName) {
        return Set.of();
    }

    @Override
    public Optional<Library> libraryOf(String className) {
        return Optional.empty();
    }

    @Override
    public Optional<String> constant(String qualifiedName) {
        return Optional.ofNullable(constants.get(qualifiedName));
    }

    @Override
    public boolean isAccessor(String method) {
        return false;
    }

    @Override
    public boolean isWrapper(String className, String method) {
        return wrappers.contains(className) && method.equals("of");
    }

    @Override
    public List<ConfigProperty> properties(String canonicalKey) {
        return List.of();
    }

    @Override
    public Set<String> triggers() {
        return Set.of();
    }
}
