package dev.keyguard.source.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives the dependencies of a pom the coordinates and versions that the pom itself tells. Managed dependencies stay as
 * written, because a child's properties may change them.
 */
final class OwnVersions {
    private final BuildFacts facts;
    private final Interpolation own;
    private final Map<String, Dependency> managed;

    OwnVersions(BuildFacts facts) {
        this.facts = facts;
        this.own = new Interpolation(name -> BuiltIn.value(facts, name).or(() -> property(name)));
        this.managed = facts.managed().stream()
                .collect(Collectors.toMap(
                        dependency -> own.resolve(dependency.key()),
                        dependency -> dependency,
                        (first, later) -> first));
    }

    BuildFacts applied() {
        List<Dependency> dependencies =
                facts.dependencies().stream().map(this::resolved).toList();
        return new BuildFacts(
                facts.path(),
                facts.groupId().map(own::resolve),
                own.resolve(facts.artifactId()),
                facts.version().map(own::resolve),
                facts.parent(),
                facts.properties(),
                dependencies,
                facts.managed(),
                facts.modules(),
                facts.problems());
    }

    private Dependency resolved(Dependency written) {
        String groupId = own.resolve(written.groupId());
        String artifactId = own.resolve(written.artifactId());
        Optional<String> version = written.version()
                .or(() -> Optional.ofNullable(managed.get(groupId + ":" + artifactId))
                        .flatMap(Dependency::version))
                .map(own::resolve);
        return new Dependency(groupId, artifactId, version, written.scope(), written.place());
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(facts.properties().get(name));
    }
}
