package dev.keyguard.source.tree;

import dev.keyguard.source.Dependencies;
import dev.keyguard.source.FileFacts;
import dev.keyguard.source.Module;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.build.BuildFacts;
import dev.keyguard.source.build.BuildModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Divides the files of a tree among the folders that have a build file; the root takes what is left. */
final class ModuleSplit {
    private final String rootName;
    private final List<SourceFile> files;
    private final Function<SourceFile, Optional<FileFacts>> facts;
    private final Parallel parallel;

    /**
     * @param rootName name of the root where no build file gives one
     * @param files    in the order of their paths
     * @param facts    reads a build file; empty if it cannot be read at all
     */
    ModuleSplit(
            String rootName,
            List<SourceFile> files,
            Function<SourceFile, Optional<FileFacts>> facts,
            Parallel parallel) {
        this.rootName = rootName;
        this.files = files;
        this.facts = facts;
        this.parallel = parallel;
    }

    List<Module> modules(Function<Map<String, BuildFacts>, Map<String, Dependencies>> dependencies) {
        TreeSet<String> folders = new TreeSet<>();
        Map<String, BuildFacts> builds = new TreeMap<>();
        List<BuildFacts> catalogues = new ArrayList<>();
        List<SourceFile> buildFiles = files.stream()
                .filter(file -> FileKind.of(file) == FileKind.BUILD)
                .toList();
        Map<String, BuildFacts> read = read(buildFiles);
        for (SourceFile file : buildFiles) {
            Optional<BuildFacts> facts = Optional.ofNullable(read.get(file.path()));
            String folder = Folders.parent(file.path());
            if (!FileKind.isBuildFile(file.name())) {
                facts.ifPresent(catalogues::add);
                continue;
            }
            folders.add(folder);
            if (!builds.containsKey(folder) || file.name().equals("pom.xml")) {
                facts.ifPresent(build -> builds.put(folder, build));
            }
        }
        Map<String, List<SourceFile>> owned = owned(folders);
        Map<String, Dependencies> libraries = new TreeMap<>(dependencies.apply(Map.copyOf(builds)));
        if (!libraries.keySet().containsAll(builds.keySet())) {
            new BuildModel(catalogues).apply(builds).forEach(libraries::putIfAbsent);
        }
        List<Module> modules = new ArrayList<>();
        owned.forEach((folder, content) -> modules.add(new Module(
                name(folder, Optional.ofNullable(builds.get(folder))),
                folder,
                List.copyOf(content),
                Optional.ofNullable(builds.get(folder)),
                libraries.getOrDefault(folder, Dependencies.unknown()))));
        return List.copyOf(modules);
    }

    private Map<String, BuildFacts> read(List<SourceFile> buildFiles) {
        Map<String, BuildFacts> read = new ConcurrentHashMap<>();
        parallel.each(
                buildFiles,
                file -> facts.apply(file)
                        .filter(BuildFacts.class::isInstance)
                        .ifPresent(build -> read.put(file.path(), (BuildFacts) build)));
        return read;
    }

    private Map<String, List<SourceFile>> owned(TreeSet<String> folders) {
        Map<String, List<SourceFile>> owned = new TreeMap<>();
        folders.forEach(folder -> owned.put(folder, new ArrayList<>()));
        for (SourceFile file : files) {
            owned.computeIfAbsent(owner(Folders.parent(file.path()), folders), folder -> new ArrayList<>())
                    .add(file);
        }
        return owned;
    }

    private static String owner(String folder, TreeSet<String> folders) {
        String at = folder;
        while (!at.isEmpty() && !folders.contains(at)) {
            at = Folders.parent(at);
        }
        return at;
    }

    private String name(String folder, Optional<BuildFacts> build) {
        return build.map(BuildFacts::artifactId)
                .filter(name -> !name.isBlank())
                .orElseGet(() -> folder.isEmpty() ? rootName : folder.substring(folder.lastIndexOf('/') + 1));
    }
}
