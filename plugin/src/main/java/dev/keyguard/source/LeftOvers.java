package dev.keyguard.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/**
 * Temporary files that processes left beside a file when they were killed while they wrote it. Their names are that
 * prefix, digits (or a hyphen), and that suffix.
 */
public record LeftOvers(Path folder, String prefix, String suffix) {
    /** Nobody takes that long to write a file: what is younger may be in use. */
    private static final Duration OLD = Duration.ofHours(1);

    /**
     * Removes those that are plain files and older than an hour. What cannot be listed or removed stays, in silence: it
     * harms nobody.
     */
    public void sweep() {
        Instant old = Instant.now().minus(OLD);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, this::ours)) {
            for (Path one : all) {
                BasicFileAttributes attributes =
                        Files.readAttributes(one, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isRegularFile()
                        && attributes.lastModifiedTime().toInstant().isBefore(old)) {
                    Files.deleteIfExists(one);
                }
            }
        } catch (IOException | DirectoryIteratorException | SecurityException e) {
            return;
        }
    }

    private boolean ours(Path file) {
        String name = file.getFileName().toString();
        int digits = name.length() - prefix.length() - suffix.length();
        return digits > 0
                && name.startsWith(prefix)
                && name.endsWith(suffix)
                && name.substring(prefix.length(), prefix.length() + digits)
                        .chars()
                        .allMatch(c -> c >= '0' && c <= '9' || c == '-');
    }
}
