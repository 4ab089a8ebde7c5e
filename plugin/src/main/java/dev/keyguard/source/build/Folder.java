package dev.keyguard.source.build;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Arithmetic on folders of the tree, written relative to its root; the root itself is the empty text. */
final class Folder {
    private Folder() {}

    /**
     * The folder that a path of a pom leads to, seen from the pom's own folder; a file name at the end is dropped. Absent
     * where it leads out of the tree.
     */
    static Optional<String> resolved(String from, String path) {
        Deque<String> segments = new ArrayDeque<>();
        String target = path.endsWith(".xml") ? path.substring(0, path.lastIndexOf('/') + 1) : path;
        for (String segment : (from + "/" + target.replace('\\', '/')).split("/")) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }

    /** The folder around it; absent for the root. */
    static Optional<String> parent(String folder) {
        int slash = folder.lastIndexOf('/');
        return folder.isEmpty() ? Optional.empty() : Optional.of(slash < 0 ? "" : folder.substring(0, slash));
    }
}
