package dev.keyguard.source.tree;

import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.Problem;
import dev.keyguard.source.Reader;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.tree.Listing.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Directory mode: turns any folder into a workspace. Left out are {@code .git} and every other hidden folder,
 * {@code node_modules}, build output ({@code target}, {@code build}, {@code out}), links that lead out of the folder, and
 * what the options exclude. Hidden files such as {@code .env} are taken. Every folder with a build file is a module, and a
 * file belongs to the nearest one above it.
 */
public final class TreeWalk {
    private final List<Reader> readers;
    private final WalkOptions options;
    private final FileFilter filter;

    /**
     * @param readers files that none of them takes are only counted
     * @throws IllegalArgumentException if a glob of the options is not valid; the message is for people
     */
    public TreeWalk(List<Reader> readers, WalkOptions options) {
        this.readers = List.copyOf(readers);
        this.options = options;
        this.filter = new FileFilter(this.readers, options);
    }

    /** Walks a folder. What cannot be read becomes one problem each; a folder that is missing, the only problem. */
    public Workspace walk(Path root) {
        Path real;
        try {
            real = root.toRealPath();
        } catch (IOException | SecurityException e) {
            return nothing(root, "The folder does not exist or cannot be read. Name an existing one.");
        }
        if (!Files.isDirectory(real)) {
            return nothing(root, "It is not a folder. Name the folder to be checked.");
        }
        Parallel parallel = Parallel.onAllProcessors();
        Walk walk = new Walk(real, filter, parallel);
        walk.add(List.of(new Folder(real, "")));
        FileReading reading = new FileReading(readers);
        List<Module> modules =
                new ModuleSplit(name(real), walk.files(), reading::facts, parallel).modules(options.dependencies());
        return new Workspace(real, modules, walk.problems(), walk.others());
    }

    private static String name(Path folder) {
        return folder.getFileName() == null ? "root" : folder.getFileName().toString();
    }

    private static Workspace nothing(Path root, String message) {
        return new Workspace(root, List.of(), List.of(new Problem(new Place(".", 1, 1), message)));
    }
}
