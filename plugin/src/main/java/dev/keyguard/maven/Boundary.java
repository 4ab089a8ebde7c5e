package dev.keyguard.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The scanned root as a border for files that keyguard finds by their usual names: a symbolic link in a checkout may
 * lead anywhere, and what is there is neither read nor written. A file that the user names is the user's business.
 */
record Boundary(Path root) {
    /** Whether the file, or the nearest existing folder where it would be, really lies below the root. */
    boolean holds(Path file) {
        try {
            Path existing = file.toAbsolutePath().normalize();
            while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS) && existing.getParent() != null) {
                existing = existing.getParent();
            }
            return existing.toRealPath().startsWith(root.toRealPath());
        } catch (IOException | SecurityException e) {
            return false; // a link to nothing, or to what is not ours to see
        }
    }
}
