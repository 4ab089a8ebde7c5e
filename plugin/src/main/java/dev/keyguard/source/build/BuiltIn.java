package dev.keyguard.source.build;

import java.util.Optional;

/** The references every pom can use about itself: {@code ${project.version}} and its kin. */
final class BuiltIn {
    private BuiltIn() {}

    static Optional<String> value(BuildFacts facts, String name) {
        String plain = name.startsWith("pom.") ? "project." + name.substring("pom.".length()) : name;
        return switch (plain) {
            case "project.groupId" -> facts.groupId();
            case "project.artifactId" -> Optional.of(facts.artifactId());
            case "project.version" -> facts.version();
            case "project.parent.groupId", "parent.groupId" -> facts.parent().map(BuildFacts.Parent::groupId);
            case "project.parent.artifactId", "parent.artifactId" ->
                facts.parent().map(BuildFacts.Parent::artifactId);
            case "project.parent.version", "parent.version" -> facts.parent().map(BuildFacts.Parent::version);
            default -> Optional.empty();
        };
    }
}
