package dev.keyguard.source.build;

import dev.keyguard.source.Dependencies;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Tells the libraries of every module of a tree from its build files alone: parents, managed versions and BOMs are
 * followed inside the tree, nothing is fetched. Dependencies on other modules of the tree bring theirs along, without a
 * place. So the lists hold what somebody wrote in this tree, not what a repository would add ({@code complete} is false).
 */
public final class BuildModel implements Function<Map<String, BuildFacts>, Map<String, Dependencies>> {
    private final List<BuildFacts> catalogues;

    /**
     * @param catalogues Gradle version catalogues of the tree, as {@link CatalogueReader} reads them
     */
    public BuildModel(Collection<BuildFacts> catalogues) {
        this.catalogues = List.copyOf(catalogues);
    }

    /**
     * Folder of a module (relative to the root, with {@code /}, empty for the root) to its libraries.
     *
     * @param builds folder to the facts of its build file
     */
    @Override
    public Map<String, Dependencies> apply(Map<String, BuildFacts> builds) {
        PomModel poms = new PomModel(builds);
        GradleModel scripts = new GradleModel(builds, catalogues);
        Map<String, Dependencies> own = new TreeMap<>();
        builds.forEach((folder, facts) ->
                own.put(folder, isPom(facts) ? poms.dependencies(folder) : scripts.dependencies(folder)));
        Map<String, String> folders = new LinkedHashMap<>();
        new TreeMap<>(builds)
                .forEach((folder, facts) -> folders.putIfAbsent(
                        (isPom(facts) ? poms.group(folder) : scripts.group(folder)) + ":" + facts.artifactId(),
                        folder));
        Map<String, Dependencies> all = new TreeMap<>();
        own.forEach((folder, dependencies) -> all.put(folder, withModules(dependencies, own, folders)));
        return all;
    }

    static boolean isPom(BuildFacts facts) {
        return facts.path().endsWith("pom.xml");
    }

    /** Adds what the modules among the dependencies bring along at run time. */
    private static Dependencies withModules(
            Dependencies own, Map<String, Dependencies> all, Map<String, String> folders) {
        Map<String, Dependency> list = new LinkedHashMap<>();
        own.list().forEach(dependency -> list.putIfAbsent(dependency.key(), dependency));
        Deque<Dependency> open = new ArrayDeque<>(own.list());
        while (!open.isEmpty()) {
            Dependency through = open.remove();
            Dependencies next = Optional.ofNullable(folders.get(through.key()))
                    .map(all::get)
                    .orElse(Dependencies.unknown());
            for (Dependency brought : next.list()) {
                boolean atRunTime =
                        brought.scope().equals("compile") || brought.scope().equals("runtime");
                if (atRunTime && !list.containsKey(brought.key())) {
                    Dependency transitive = new Dependency(
                            brought.groupId(),
                            brought.artifactId(),
                            brought.version(),
                            through.scope().equals("compile") ? brought.scope() : through.scope(),
                            Optional.empty(),
                            brought.versionAssumed());
                    list.put(brought.key(), transitive);
                    open.add(transitive);
                }
            }
        }
        return new Dependencies(own.known(), own.complete(), List.copyOf(list.values()), own.jars());
    }
}
