package dev.keyguard.source;

import java.nio.file.Path;

/**
 * A file that the walk found, not yet read.
 *
 * @param path         relative to the scanned root, with {@code /}
 * @param absolute     where to read it
 * @param scope        main or test
 * @param size         bytes
 * @param lastModified milliseconds since the epoch
 */
public record SourceFile(String path, Path absolute, Scope scope, long size, long lastModified) {
    /** Files of one workspace differ by their path. */
    @Override
    public int hashCode() {
        return path.hashCode();
    }

    /** The file's name without its folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The lower-case ending behind the last dot, or the empty string. */
    public String extension() {
        int dot = path.lastIndexOf('.');
        return dot < 0 || path.indexOf('/', dot) > 0
                ? ""
                : path.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
    }
}
