package dev.keyguard.source.build;

import dev.keyguard.source.Dependencies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Effective dependencies of the poms of a tree. A parent or BOM outside the tree is unknown and leaves versions absent. */
final class PomModel {
    /** Longer chains of parents are cycles. */
    private static final int MAX_CHAIN = 30;

    private static final int MAX_IMPORTS = 100;

    private final Map<String, BuildFacts> poms = new TreeMap<>();
    private final Map<String, List<String>> folders = new HashMap<>();

    PomModel(Map<String, BuildFacts> builds) {
        builds.forEach((folder, facts) -> {
            if (BuildModel.isPom(facts)) {
                poms.put(folder, facts);
            }
        });
        poms.forEach((folder, facts) -> folders.computeIfAbsent(facts.artifactId(), artifact -> new ArrayList<>())
                .add(folder));
    }

    String group(String folder) {
        BuildFacts facts = poms.get(folder);
        return facts.groupId().map(values(chain(folder))::resolve).orElse("");
    }

    Dependencies dependencies(String folder) {
        List<BuildFacts> chain = chain(folder);
        Interpolation values = values(chain);
        Managed managed = new Managed();
        managed.add(chain, values);
        Map<String, Dependency> effective = new LinkedHashMap<>();
        for (BuildFacts pom : chain) {
            for (Dependency written : pom.dependencies()) {
                Dependency resolved = managed.version(resolved(written, values));
                effective.putIfAbsent(resolved.key(), resolved);
            }
        }
        return new Dependencies(true, false, List.copyOf(effective.values()), List.of());
    }

    /** The pom and its ancestors as far as they are in the tree, nearest first. */
    private List<BuildFacts> chain(String folder) {
        List<BuildFacts> chain = new ArrayList<>();
        Optional<String> at = Optional.of(folder);
        while (at.isPresent() && chain.size() < MAX_CHAIN) {
            BuildFacts facts = poms.get(at.get());
            if (chain.contains(facts)) {
                break;
            }
            chain.add(facts);
            String current = at.get();
            at = facts.parent().flatMap(parent -> parentFolder(current, parent));
        }
        return chain;
    }

    private Optional<String> parentFolder(String folder, BuildFacts.Parent parent) {
        Optional<String> besides = Folder.resolved(folder, parent.relativePath());
        return besides.filter(found -> !parent.relativePath().isEmpty())
                .filter(found ->
                        poms.containsKey(found) && poms.get(found).artifactId().equals(parent.artifactId()))
                .or(() -> folder(parent.groupId(), parent.artifactId(), Optional.of(parent.version())));
    }

    /** The pom of the tree with these coordinates; a version that is computed on either side agrees with any. */
    private Optional<String> folder(String groupId, String artifactId, Optional<String> version) {
        return folders.getOrDefault(artifactId, List.of()).stream()
                .filter(folder -> poms.get(folder).groupId().equals(Optional.of(groupId)))
                .filter(folder -> agree(version, poms.get(folder).version()))
                .findFirst();
    }

    private static boolean agree(Optional<String> one, Optional<String> other) {
        return one.equals(other)
                || one.isEmpty()
                || other.isEmpty()
                || one.get().contains("${")
                || other.get().contains("${");
    }

    private static Interpolation values(List<BuildFacts> chain) {
        BuildFacts own = chain.get(0);
        return new Interpolation(name -> BuiltIn.value(own, name)
                .or(() -> chain.stream()
                        .map(pom -> pom.properties().get(name))
                        .filter(value -> value != null)
                        .findFirst()));
    }

    private static Dependency resolved(Dependency written, Interpolation values) {
        return new Dependency(
                values.resolve(written.groupId()),
                values.resolve(written.artifactId()),
                written.version().flatMap(values::complete),
                written.scope(),
                written.place());
    }

    /** Managed versions of a pom: its own and its ancestors', then those of imported BOMs of the tree. */
    private final class Managed {
        private final Map<String, String> versions = new HashMap<>();
        private final Map<String, String> bomVersions = new HashMap<>();
        private final Set<String> imported = new HashSet<>();

        void add(List<BuildFacts> chain, Interpolation values) {
            List<Dependency> all = chain.stream()
                    .flatMap(pom -> pom.managed().stream())
                    .map(dependency -> resolved(dependency, values))
                    .toList();
            all.stream()
                    .filter(dependency -> !dependency.scope().equals("import"))
                    .forEach(dependency ->
                            dependency.version().ifPresent(version -> versions.putIfAbsent(dependency.key(), version)));
            for (Dependency bom : all) {
                if (bom.scope().equals("import")) {
                    bom.version().ifPresent(version -> bomVersions.putIfAbsent(bom.groupId(), version));
                    folder(bom.groupId(), bom.artifactId(), bom.version())
                            .filter(folder -> imported.size() < MAX_IMPORTS && imported.add(folder))
                            .map(PomModel.this::chain)
                            .ifPresent(ofBom -> add(ofBom, values(ofBom)));
                }
            }
        }

        Dependency version(Dependency dependency) {
            if (dependency.version().isPresent()) {
                return dependency;
            }
            Optional<String> managed = Optional.ofNullable(versions.get(dependency.key()));
            Optional<String> assumed = Optional.ofNullable(bomVersions.get(dependency.groupId()));
            return new Dependency(
                    dependency.groupId(),
                    dependency.artifactId(),
                    managed.or(() -> assumed),
                    dependency.scope(),
                    dependency.place(),
                    managed.isEmpty() && assumed.isPresent());
        }
    }
}
