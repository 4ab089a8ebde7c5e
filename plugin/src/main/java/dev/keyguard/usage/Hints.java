package dev.keyguard.usage;

import dev.keyguard.sdk.CatalogueIndex;
import dev.keyguard.sdk.Services;
import dev.keyguard.source.config.PropertyName;
import dev.keyguard.value.FactsProgram;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether anything in a workspace hints at a provider: code with a trigger, a client library among the dependencies, or
 * configuration that speaks of a provider, of a property of the catalogue, or holds a request. Says yes too often, but never
 * no where a scan finds a reference, a key or a note: each of those begins with one of the hints.
 */
final class Hints {
    /** The model of a request that lies in a JSON or YAML file. */
    private static final Set<String> REQUEST = Set.of("\"model\"", "model:");

    private final CatalogueIndex index;
    private final Services services;
    private final UsageVocabulary vocabulary;
    private final FactsProgram program;

    Hints(CatalogueIndex index, Services services, UsageVocabulary vocabulary, FactsProgram program) {
        this.index = index;
        this.services = services;
        this.vocabulary = vocabulary;
        this.program = program;
    }

    boolean anywhere() {
        return program.modules().stream().anyMatch(module -> program.isTriggered(module))
                || libraries()
                || program.configurationHolds(REQUEST, words());
    }

    private boolean libraries() {
        Set<String> named = program.modules().stream()
                .flatMap(module -> module.dependencies().list().stream())
                .map(dependency -> dependency.key())
                .collect(Collectors.toSet());
        return index.artifacts().stream()
                .anyMatch(pattern -> named.stream().anyMatch(key -> Classpath.matches(pattern, key)));
    }

    /** Words, in letters and digits only, that stand together in a file that may say something. */
    private List<Set<String>> words() {
        List<Set<String>> all = new ArrayList<>();
        vocabulary.settings().providers().keySet().forEach(name -> all.add(Set.of(name)));
        services.allKeyNames().forEach(name -> all.add(Set.of(PropertyName.lettersOf(name))));
        index.properties().forEach(name -> all.add(segments(name)));
        return all;
    }

    private static Set<String> segments(String property) {
        Set<String> segments = new HashSet<>();
        for (String segment : property.split("\\.")) {
            if (!segment.startsWith("<")) {
                segments.add(PropertyName.lettersOf(segment));
            }
        }
        return segments;
    }
}
