package dev.keyguard.source.tree;

import dev.keyguard.source.Dependencies;
import dev.keyguard.source.FileFacts;
import dev.keyguard.source.Module;
import dev.keyguard.source.Problem;
import dev.keyguard.source.Reader;
import dev.keyguard.source.Scope;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.build.BuildFacts;
import dev.keyguard.source.tree.Listing.Base;
import dev.keyguard.source.tree.Listing.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Project mode: makes a workspace of modules whose source roots a build tool tells. A module holds what stands in its
 * roots, and the configuration files of its base directory outside nested modules and build output. Roots that do not
 * exist are passed over.
 */
public final class WorkspaceBuilder {
    private final Path root;
    private final List<Reader> readers;
    private final WalkOptions options;
    private final FileFilter filter;
    private final List<Spec> specs = new ArrayList<>();

    /**
     * @param root    the folder that paths in reports are relative to
     * @param options the globs are relative to the root; {@code dependencies} is not used here
     * @throws IllegalArgumentException if a glob is not valid
     */
    public WorkspaceBuilder(Path root, List<Reader> readers, WalkOptions options) {
        this.root = root.toAbsolutePath().normalize();
        this.readers = List.copyOf(readers);
        this.options = options;
        this.filter = new FileFilter(this.readers, options);
    }

    /**
     * Adds a module.
     *
     * @param mainRoots source roots and resource folders
     * @param testRoots likewise for tests; not looked at without {@code includeTests}
     * @param files     further files that belong to it, wherever they are
     */
    public WorkspaceBuilder module(
            String name,
            Path directory,
            List<Path> mainRoots,
            List<Path> testRoots,
            List<Path> files,
            Dependencies dependencies) {
        specs.add(new Spec(
                name,
                directory.toAbsolutePath().normalize(),
                existing(mainRoots),
                options.includeTests() ? existing(testRoots) : List.of(),
                List.copyOf(files),
                dependencies));
        return this;
    }

    /** Walks the modules. */
    public Workspace build() {
        Path boundary = Walk.real(root).orElse(root);
        Map<Spec, Walk> walks = new ConcurrentHashMap<>();
        Parallel all = Parallel.onAllProcessors();
        Parallel each = specs.size() == 1 ? all : Parallel.inline();
        all.each(specs, spec -> walks.put(spec, walk(spec, boundary, each)));

        List<Module> modules = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int others = 0;
        for (Spec spec : specs) {
            Walk walk = walks.get(spec);
            modules.add(new Module(
                    spec.name(),
                    relative(spec.directory()),
                    walk.files(),
                    build(walk.files(), relative(spec.directory())),
                    spec.dependencies()));
            problems.addAll(walk.problems());
            others += walk.others();
        }
        modules.sort(Comparator.comparing(Module::directory));
        problems.sort(Comparator.comparing(Problem::place));
        return new Workspace(
                root, List.copyOf(modules), problems.stream().distinct().toList(), others);
    }

    private Walk walk(Spec spec, Path boundary, Parallel parallel) {
        Walk walk = new Walk(boundary, filter, parallel);
        walk.add(folders(spec.mainRoots(), Scope.MAIN, spec.directory()));
        walk.add(folders(spec.testRoots(), Scope.TEST, spec.directory()));
        if (Files.isDirectory(spec.directory())) {
            Set<String> roots = new HashSet<>();
            spec.mainRoots().forEach(path -> roots.add(relative(path)));
            spec.testRoots().forEach(path -> roots.add(relative(path)));
            Base base = new Base(relative(spec.directory()), Set.copyOf(roots));
            walk.add(List.of(new Folder(
                    spec.directory(), base.directory(), FolderScope.of(base.directory()), false, Optional.of(base))));
        }
        spec.files().forEach(file -> single(file).ifPresent(walk::add));
        return walk;
    }

    /** A root that holds the base directory itself is no tree of packages: its folders are judged by their names. */
    private List<Folder> folders(List<Path> roots, Scope scope, Path directory) {
        return roots.stream()
                .map(path -> directory.startsWith(path)
                        ? new Folder(path, relative(path))
                        : new Folder(path, relative(path), FolderScope.fixed(scope), true, Optional.empty()))
                .toList();
    }

    private Optional<SourceFile> single(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new SourceFile(
                    relative(file.toAbsolutePath().normalize()),
                    file,
                    Scope.MAIN,
                    attributes.size(),
                    attributes.lastModifiedTime().toMillis()));
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }

    private Optional<BuildFacts> build(List<SourceFile> files, String directory) {
        FileReading reading = new FileReading(readers);
        return files.stream()
                .filter(file -> FileKind.of(file) == FileKind.BUILD)
                .filter(file -> Folders.parent(file.path()).equals(directory))
                .sorted(Comparator.comparing(file -> !file.name().equals("pom.xml")))
                .map(reading::facts)
                .flatMap(Optional<FileFacts>::stream)
                .filter(BuildFacts.class::isInstance)
                .map(BuildFacts.class::cast)
                .findFirst();
    }

    private static List<Path> existing(List<Path> folders) {
        return folders.stream()
                .map(path -> path.toAbsolutePath().normalize())
                .filter(Files::isDirectory)
                .distinct()
                .toList();
    }

    private String relative(Path path) {
        try {
            return root.relativize(path).toString().replace('\\', '/');
        } catch (IllegalArgumentException e) {
            return path.getFileName().toString(); // on another drive: no path relative to the root exists
        }
    }

    private record Spec(
            String name,
            Path directory,
            List<Path> mainRoots,
            List<Path> testRoots,
            List<Path> files,
            Dependencies dependencies) {}
}
