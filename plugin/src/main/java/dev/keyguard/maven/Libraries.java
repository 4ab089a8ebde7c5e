package dev.keyguard.maven;

import dev.keyguard.source.Dependencies;
import dev.keyguard.source.Module;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.build.BuildFacts;
import dev.keyguard.source.build.BuildModel;
import dev.keyguard.source.build.CatalogueReader;
import dev.keyguard.source.build.Dependency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Joins what Maven resolved, which knows versions, with what build files say, which knows the lines. */
final class Libraries {
    private static final String CATALOGUE = "gradle/libs.versions.toml";

    private static final long MAX_BYTES = 5L << 20;

    private final Path root;

    Libraries(Path root) {
        this.root = root;
    }

    /** What the build files of a tree say, by folder. */
    Map<String, Dependencies> written(Map<String, BuildFacts> builds) {
        List<BuildFacts> catalogues = new ArrayList<>();
        CatalogueReader reader = new CatalogueReader();
        for (String folder : builds.keySet()) {
            Path file = root.resolve(folder).resolve(CATALOGUE);
            try {
                if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES && new Boundary(root).holds(file)) {
                    String path = folder.isEmpty() ? CATALOGUE : folder + "/" + CATALOGUE;
                    catalogues.add((BuildFacts) reader.read(path, Files.readAllBytes(file)));
                }
            } catch (IOException e) {
                // then its aliases stay unknown, as any other library the build does not tell
            }
        }
        return new BuildModel(catalogues).apply(builds);
    }

    /** The workspace of projects, with the line of each library that a pom names. */
    Workspace placed(Workspace workspace) {
        Map<String, BuildFacts> builds = new TreeMap<>();
        workspace.modules().forEach(module -> module.build().ifPresent(build -> builds.put(module.directory(), build)));
        Map<String, Dependencies> written = written(builds);
        List<Module> modules = workspace.modules().stream()
                .map(module -> Optional.ofNullable(written.get(module.directory()))
                        .map(own -> new Module(
                                module.name(),
                                module.directory(),
                                module.files(),
                                module.build(),
                                join(module.dependencies(), own)))
                        .orElse(module))
                .toList();
        return new Workspace(workspace.root(), modules, workspace.problems(), workspace.otherFiles());
    }

    /** What was resolved, each library with its line; nothing that was written is lost. */
    static Dependencies join(Dependencies resolved, Dependencies written) {
        Map<String, Dependency> lines = new LinkedHashMap<>();
        written.list().forEach(each -> lines.putIfAbsent(each.key(), each));
        Map<String, Dependency> all = new LinkedHashMap<>();
        for (Dependency each : resolved.list()) {
            Dependency own = lines.get(each.key());
            all.putIfAbsent(each.key(), own == null ? each : placed(each, own));
        }
        if (!resolved.complete()) {
            lines.forEach(all::putIfAbsent);
        }
        return new Dependencies(
                resolved.known() || written.known(), resolved.complete(), List.copyOf(all.values()), resolved.jars());
    }

    private static Dependency placed(Dependency resolved, Dependency written) {
        return new Dependency(
                resolved.groupId(),
                resolved.artifactId(),
                resolved.version().or(written::version),
                resolved.scope(),
                written.place());
    }
}
