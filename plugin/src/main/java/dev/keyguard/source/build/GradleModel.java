package dev.keyguard.source.build;

import dev.keyguard.source.Dependencies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Dependencies of the Gradle projects of a tree, as far as their scripts tell. A project has what the scripts of the
 * folders around it declare, too: these declare for {@code allprojects} or {@code subprojects}.
 */
final class GradleModel {
    private final Map<String, BuildFacts> scripts = new TreeMap<>();
    private final Map<String, String> catalogue = new LinkedHashMap<>();

    GradleModel(Map<String, BuildFacts> builds, Collection<BuildFacts> catalogues) {
        builds.forEach((folder, facts) -> {
            if (!BuildModel.isPom(facts)) {
                scripts.put(folder, facts);
            }
        });
        catalogues.forEach(facts -> facts.properties().forEach(catalogue::putIfAbsent));
    }

    /** The group of a project: its own, or that of a script around it. */
    String group(String folder) {
        return chain(folder).stream()
                .flatMap(facts -> facts.groupId().stream())
                .findFirst()
                .orElse("");
    }

    /** Known only if every declaration could be read. */
    Dependencies dependencies(String folder) {
        List<BuildFacts> chain = chain(folder);
        Map<String, Dependency> found = new LinkedHashMap<>();
        Map<String, String> bomVersions = new LinkedHashMap<>();
        boolean known = true;
        for (BuildFacts script : chain) {
            script.managed().stream()
                    .flatMap(bom -> coordinates(bom, folder).stream())
                    .forEach(bom -> resolved(bom, chain)
                            .version()
                            .ifPresent(version -> bomVersions.putIfAbsent(bom.groupId(), version)));
            for (Dependency written : script.dependencies()) {
                List<Dependency> meant = coordinates(written, folder);
                known &= !meant.isEmpty();
                meant.forEach(dependency -> found.putIfAbsent(dependency.key(), resolved(dependency, chain)));
            }
        }
        List<Dependency> list = found.values().stream()
                .map(dependency -> assumed(dependency, bomVersions))
                .toList();
        return new Dependencies(known, false, list, List.of());
    }

    private List<BuildFacts> chain(String folder) {
        List<BuildFacts> chain = new ArrayList<>();
        for (Optional<String> at = Optional.of(folder); at.isPresent(); at = at.flatMap(Folder::parent)) {
            at.map(scripts::get).ifPresent(chain::add);
        }
        return chain;
    }

    /** What a declaration means: itself, the libraries of a catalogue, a project of the tree; none if unknown. */
    private List<Dependency> coordinates(Dependency written, String folder) {
        return switch (written.groupId()) {
            case "" -> List.of();
            case BuildFacts.CATALOGUE -> fromCatalogue(written);
            case BuildFacts.PROJECT -> project(written, folder).stream().toList();
            default -> List.of(written);
        };
    }

    private List<Dependency> fromCatalogue(Dependency written) {
        String coordinates = catalogue.getOrDefault("libs." + written.artifactId(), "");
        List<Dependency> libraries = new ArrayList<>();
        for (String library : coordinates.split(",")) {
            String[] parts = library.split(":");
            if (parts.length > 1) {
                Optional<String> version = parts.length > 2 ? Optional.of(parts[2]) : Optional.empty();
                libraries.add(new Dependency(parts[0], parts[1], version, written.scope(), written.place()));
            }
        }
        return libraries;
    }

    /** A project's path counts from the root of its build, which is the folder itself or one around it. */
    private Optional<Dependency> project(Dependency written, String folder) {
        String path = written.artifactId().replace(':', '/');
        Optional<String> root = Optional.of(folder);
        while (root.isPresent()) {
            String candidate = root.get().isEmpty() ? path : root.get() + "/" + path;
            BuildFacts found = scripts.get(candidate);
            if (found != null) {
                return Optional.of(new Dependency(
                        group(candidate), found.artifactId(), found.version(), written.scope(), written.place()));
            }
            root = root.flatMap(Folder::parent);
        }
        return Optional.empty();
    }

    private static Dependency resolved(Dependency dependency, List<BuildFacts> chain) {
        Interpolation values = new Interpolation(name -> chain.stream()
                .map(script -> script.properties().get(name))
                .filter(value -> value != null)
                .findFirst());
        return new Dependency(
                dependency.groupId(),
                dependency.artifactId(),
                dependency.version().flatMap(values::complete),
                dependency.scope(),
                dependency.place());
    }

    private static Dependency assumed(Dependency dependency, Map<String, String> bomVersions) {
        Optional<String> assumed = Optional.ofNullable(bomVersions.get(dependency.groupId()));
        return dependency.version().isPresent() || assumed.isEmpty()
                ? dependency
                : new Dependency(
                        dependency.groupId(),
                        dependency.artifactId(),
                        assumed,
                        dependency.scope(),
                        dependency.place(),
                        true);
    }
}
