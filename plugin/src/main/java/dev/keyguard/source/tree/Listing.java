package dev.keyguard.source.tree;

import dev.keyguard.source.Place;
import dev.keyguard.source.Problem;
import dev.keyguard.source.Scope;
import dev.keyguard.source.SourceFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The content of one folder.
 *
 * @param files   that some reader takes
 * @param folders to be entered
 * @param links   not followed yet
 * @param others  number of files that no reader takes
 */
record Listing(List<SourceFile> files, List<Folder> folders, List<Link> links, List<Problem> problems, int others) {

    /**
     * A folder of the tree.
     *
     * @param scope fixed from outside (a source root), else found by the names
     * @param base  present if it is (below) a module's base directory, where only configuration is looked for
     */
    record Folder(Path absolute, String path, Optional<Scope> scope, Optional<Base> base) {
        Folder(Path absolute, String path) {
            this(absolute, path, Optional.empty(), Optional.empty());
        }

        Scope scopeOf(String folder) {
            return scope.orElseGet(() -> Folders.scope(folder));
        }

        Folder child(Path entry, String name) {
            return new Folder(entry, name, scope, base);
        }
    }

    /**
     * The base directory of a module whose source roots are known.
     *
     * @param directory path of the base directory
     * @param roots     paths of the source roots, which are listed by themselves
     */
    record Base(String directory, Set<String> roots) {
        boolean leavesOut(String folder, boolean built) {
            return built && !folder.equals(directory) || roots.contains(folder);
        }
    }

    /** A symbolic link found in that folder. */
    record Link(Path absolute, String path, Folder in) {}

    static Listing of(Folder folder, FileFilter filter) {
        Listing listing = new Listing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0);
        List<Path> entries = new ArrayList<>();
        boolean built = false;
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.absolute())) {
            for (Path entry : stream) {
                entries.add(entry);
                built |= FileKind.isBuildFile(entry.getFileName().toString());
            }
        } catch (IOException | DirectoryIteratorException | SecurityException e) {
            listing.problems.add(new Problem(
                    new Place(folder.path().isEmpty() ? "." : folder.path(), 1, 1),
                    "The folder cannot be read (" + reason(e) + "); what is in it was not checked. Make it readable or "
                            + "exclude it."));
        }
        boolean isBuilt = built;
        if (folder.base().filter(base -> base.leavesOut(folder.path(), isBuilt)).isPresent()) {
            return listing;
        }
        int others = 0;
        for (Path entry : entries) {
            others += listing.add(entry, folder, built, filter) ? 0 : 1;
        }
        return new Listing(listing.files, listing.folders, listing.links, listing.problems, others);
    }

    /** Why an operation on a file failed, without its absolute path. */
    static String reason(Exception failure) {
        return failure.getClass().getSimpleName().replaceAll("(Exception|Error)$", "");
    }

    private boolean add(Path entry, Folder folder, boolean built, FileFilter filter) {
        String name = entry.getFileName().toString();
        String path = Folders.child(folder.path(), name);
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException | SecurityException e) {
            problems.add(new Problem(new Place(path, 1, 1), "The file cannot be read (" + reason(e) + ")."));
            return true;
        }
        if (attributes.isSymbolicLink()) {
            links.add(new Link(entry, path, folder));
            return true;
        }
        if (attributes.isDirectory()) {
            if (!skipped(folder, name, built) && filter.enters(path, folder.scopeOf(path))) {
                folders.add(folder.child(entry, path));
            }
            return true;
        }
        return !attributes.isRegularFile() || take(entry, path, folder, attributes, filter);
    }

    /** Below a source root every folder is a package, whatever its name. */
    static boolean skipped(Folder folder, String name, boolean built) {
        return folder.scope().isPresent() ? name.startsWith(".") : Folders.skipped(folder.path(), name, built);
    }

    /** Whether the file was either taken or not wanted at all; false if no reader takes it. */
    boolean take(Path entry, String path, Folder folder, BasicFileAttributes attributes, FileFilter filter) {
        Scope scope = folder.scopeOf(folder.path());
        if (!filter.wants(path, scope)) {
            return true;
        }
        SourceFile file = new SourceFile(
                path,
                entry,
                scope,
                attributes.size(),
                attributes.lastModifiedTime().toMillis());
        if (folder.base().isPresent() && FileKind.of(file) == FileKind.CODE) {
            return true; // stands in no source root: no compiler sees it
        }
        if (!filter.readable(file)) {
            return false;
        }
        files.add(file);
        return true;
    }
}
