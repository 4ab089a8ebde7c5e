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
     * @param packages whether it is (below) a source root: then every folder is a package, whatever its name
     * @param base     present if it is (below) a module's base directory, where only configuration is looked for
     */
    record Folder(Path absolute, String path, FolderScope scope, boolean packages, Optional<Base> base) {
        Folder(Path absolute, String path) {
            this(absolute, path, FolderScope.of(path), false, Optional.empty());
        }

        Folder child(Path entry, String name) {
            return new Folder(entry, Folders.child(path, name), scope.below(name), packages, base);
        }

        /** Whether a folder in it is left out for its name. */
        boolean skips(String name, boolean built) {
            return packages ? name.startsWith(".") : Folders.skipped(path, name, built);
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
    record Link(Path absolute, String name, Folder in) {
        String path() {
            return Folders.child(in.path(), name);
        }
    }

    static Listing of(Folder folder, FileFilter filter) {
        Listing listing = new Listing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0);
        List<Path> entries = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean built = false;
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.absolute())) {
            for (Path entry : stream) {
                String name = entry.getFileName().toString();
                entries.add(entry);
                names.add(name);
                built |= FileKind.isBuildFile(name);
            }
        } catch (IOException | DirectoryIteratorException | SecurityException e) {
            listing.problems.add(new Problem(
                    new Place(folder.path().isEmpty() ? "." : folder.path(), 1, 1),
                    "The folder cannot be read (" + reason(e) + "); what is in it was not checked. Make it readable or "
                            + "exclude it."));
        }
        if (folder.base().isPresent() && folder.base().get().leavesOut(folder.path(), built)) {
            return listing;
        }
        int others = 0;
        for (int i = 0; i < names.size(); i++) {
            others += listing.add(entries.get(i), names.get(i), folder, built, filter) ? 0 : 1;
        }
        return new Listing(listing.files, listing.folders, listing.links, listing.problems, others);
    }

    /** Why an operation on a file failed, without its absolute path. */
    static String reason(Exception failure) {
        return failure.getClass().getSimpleName().replaceAll("(Exception|Error)$", "");
    }

    private boolean add(Path entry, String name, Folder folder, boolean built, FileFilter filter) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException | SecurityException e) {
            Place place = new Place(Folders.child(folder.path(), name), 1, 1);
            problems.add(new Problem(place, "The file cannot be read (" + reason(e) + ")."));
            return true;
        }
        if (attributes.isDirectory()) {
            if (!folder.skips(name, built)) {
                Folder child = folder.child(entry, name);
                if (filter.enters(child.path(), child.scope().scope())) {
                    folders.add(child);
                }
            }
            return true;
        }
        if (attributes.isSymbolicLink()) {
            links.add(new Link(entry, name, folder));
            return true;
        }
        return !attributes.isRegularFile() || take(entry, name, folder, attributes, filter);
    }

    /** Whether the file was either taken or not wanted at all; false if no reader takes it. */
    boolean take(Path entry, String name, Folder folder, BasicFileAttributes attributes, FileFilter filter) {
        String path = Folders.child(folder.path(), name);
        Scope scope = folder.scope().scope();
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
