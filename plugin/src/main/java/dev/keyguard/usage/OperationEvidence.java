package dev.keyguard.usage;

import dev.keyguard.source.Module;
import dev.keyguard.value.Program;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether a module asks for an operation at all, so that a starter's image default is no reference in a module that
 * only chats.
 *
 * @param types        operation → simple names of types, one of which code names that uses it
 * @param dependencies operation → parts of artifact ids that use it without any code
 */
record OperationEvidence(Map<String, Set<String>> types, Map<String, Set<String>> dependencies) {
    boolean uses(String operation, Module module, Program program) {
        program.announce(allTypes()); // one search for all operations
        Set<String> parts = dependencies.getOrDefault(operation, Set.of());
        return program.mentions(module, types.getOrDefault(operation, Set.of()))
                || module.dependencies().list().stream()
                        .anyMatch(dependency -> parts.stream().anyMatch(dependency.artifactId()::contains));
    }

    private Set<String> allTypes() {
        Set<String> all = new LinkedHashSet<>();
        types.values().forEach(all::addAll);
        return all;
    }
}
