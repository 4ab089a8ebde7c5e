package dev.keyguard.value;

import dev.keyguard.source.Module;
import dev.keyguard.source.Scope;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.build.BuildFacts;
import dev.keyguard.source.build.Dependency;
import dev.keyguard.source.tree.FileKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** How the modules of a workspace depend on each other, by their coordinates, and lie in each other. */
final class ModuleGraph {
    /** Read by tools and containers from the folder they are started in, often above the module. */
    private static final Pattern BASE_CONFIGURATION =
            Pattern.compile("\\.env.*|.*\\.env|env\\.list|(docker-)?compose.*\\.ya?ml");

    private final Map<String, List<Module>> byArtifact = new HashMap<>();
    private final Map<String, Map<String, SourceFile>> baseConfiguration = new HashMap<>();
    private final Map<String, List<Step>> known = new ConcurrentHashMap<>();

    ModuleGraph(List<Module> modules) {
        for (Module module : modules) {
            byArtifact.computeIfAbsent(module.name(), name -> new ArrayList<>()).add(module);
            for (SourceFile file : module.files()) {
                if (FileKind.of(file) != FileKind.CODE
                        && BASE_CONFIGURATION.matcher(file.name()).matches()) {
                    baseConfiguration
                            .computeIfAbsent(parent(file.path()), folder -> new TreeMap<>())
                            .put(file.path(), file);
                }
            }
        }
    }

    /** What a module is known by; its record is too big to be hashed. */
    static String key(Module module) {
        return module.directory() + ":" + module.name();
    }

    /** Number of steps from a module to each that it depends on, by {@link #key}; 0 to itself. */
    Map<String, Integer> distancesFrom(Module from) {
        Map<String, Integer> distances = new HashMap<>();
        reachable(from).forEach(step -> distances.put(key(step.module()), step.distance()));
        return distances;
    }

    /** Configuration files that hold for a module: its own, those above it, then those of what it depends on. */
    List<SourceFile> configurationOf(Module module) {
        Map<String, SourceFile> all = new LinkedHashMap<>();
        for (SourceFile file : module.files()) {
            add(all, file);
        }
        for (String folder = module.directory(); !folder.isEmpty(); ) {
            folder = parent(folder);
            baseConfiguration.getOrDefault(folder, Map.of()).values().forEach(file -> add(all, file));
        }
        for (Step step : reachable(module)) {
            for (SourceFile file : step.module().files()) {
                if (file.scope() == Scope.MAIN) {
                    add(all, file);
                }
            }
        }
        return List.copyOf(all.values());
    }

    private static void add(Map<String, SourceFile> all, SourceFile file) {
        if (FileKind.of(file) == FileKind.CONFIGURATION) {
            all.putIfAbsent(file.path(), file);
        }
    }

    /** The module itself and all it depends on, nearest first. */
    private List<Step> reachable(Module from) {
        return known.computeIfAbsent(key(from), key -> search(from));
    }

    private List<Step> search(Module from) {
        List<Step> found = new ArrayList<>(List.of(new Step(from, 0)));
        Set<String> seen = new HashSet<>(Set.of(key(from)));
        for (int i = 0; i < found.size(); i++) {
            Step step = found.get(i);
            for (Dependency dependency : step.module().dependencies().list()) {
                for (Module other : byArtifact.getOrDefault(dependency.artifactId(), List.of())) {
                    if (isGroup(other, dependency.groupId()) && seen.add(key(other))) {
                        found.add(new Step(other, step.distance() + 1));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** A module whose group no build file tells is taken for the one that is meant. */
    private static boolean isGroup(Module module, String groupId) {
        Optional<String> group = module.build()
                .flatMap(build -> build.groupId().or(() -> build.parent().map(BuildFacts.Parent::groupId)));
        return group.map(groupId::equals).orElse(true);
    }

    private record Step(Module module, int distance) {}
}
