package dev.keyguard.source.tree;

import java.util.List;
import java.util.Set;

/** What the names of folders say: which are never entered. */
final class Folders {
    private static final Set<String> NEVER = Set.of("node_modules");
    /** Build output, unless it is a package: {@code src/main/java/com/acme/build}. */
    private static final Set<String> OUTPUT = Set.of("target", "build", "out");

    private Folders() {}

    /**
     * Whether a folder is left out.
     *
     * @param parent        path of the folder it is in, relative to the root
     * @param parentIsBuilt whether that folder has a build file: then its {@code build} or {@code target} is output
     *                      even below a folder {@code src}
     */
    static boolean skipped(String parent, String name, boolean parentIsBuilt) {
        if (name.startsWith(".") || NEVER.contains(name)) {
            return true;
        }
        return OUTPUT.contains(name) && (parentIsBuilt || !segments(parent).contains("src"));
    }

    /** The folder a path is in; empty for the root. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** {@code name} in {@code folder}. */
    static String child(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /** Whether a path is the folder or lies below it; the root, the empty string, holds all. */
    static boolean holds(String folder, String path) {
        return folder.isEmpty()
                || path.startsWith(folder) && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
    }

    private static List<String> segments(String folder) {
        return folder.isEmpty() ? List.of() : List.of(folder.split("/"));
    }
}
