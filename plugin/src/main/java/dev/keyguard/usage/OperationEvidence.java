package dev.keyguard.usage;

import dev.keyguard.source.Module;
import dev.keyguard.source.code.CodeFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether a module asks for an operation at all, so that a starter's image default is no reference in a module that
 * only chats.
 *
 * @param types        operation → simple names of types, one of which code imports that uses it
 * @param dependencies operation → parts of artifact ids that use it without any code
 */
record OperationEvidence(Map<String, Set<String>> types, Map<String, Set<String>> dependencies) {
    boolean uses(String operation, List<CodeFacts> code, Module module) {
        Set<String> names = types.getOrDefault(operation, Set.of());
        boolean inCode = code.stream()
                .flatMap(file -> file.imports().stream())
                .anyMatch(
                        fact -> names.contains(fact.name().substring(fact.name().lastIndexOf('.') + 1)));
        Set<String> parts = dependencies.getOrDefault(operation, Set.of());
        return inCode
                || module.dependencies().list().stream()
                        .anyMatch(dependency -> parts.stream().anyMatch(dependency.artifactId()::contains));
    }
}
