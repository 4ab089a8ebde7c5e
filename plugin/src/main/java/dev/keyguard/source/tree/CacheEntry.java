package dev.keyguard.source.tree;

import dev.keyguard.source.SourceFile;
import java.util.Optional;

/**
 * What the cache holds of one file.
 *
 * @param size         bytes
 * @param lastModified milliseconds since the epoch
 * @param trusted      whether equal size and time mean equal content. Not for a file that was changed just before it was
 *                     read (it may have been changed again within the clock's grain), nor for times that archives make up
 * @param content      where facts came from, if they were made
 */
record CacheEntry(
        long size,
        long lastModified,
        boolean trusted,
        Optional<Glance> glance,
        Optional<long[]> words,
        Optional<Content> content) {
    /**
     * Facts and what they were made of.
     *
     * @param hash  SHA-256 of the file
     * @param bytes array that holds the encoded facts
     */
    record Content(byte[] hash, byte[] bytes, int from, int length) {}

    static CacheEntry of(SourceFile file) {
        return new CacheEntry(
                file.size(), file.lastModified(), false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether the file has the size and time it had. */
    boolean unchanged(SourceFile file) {
        return size == file.size() && lastModified == file.lastModified();
    }

    CacheEntry with(Glance known) {
        return new CacheEntry(size, lastModified, trusted, Optional.of(known), words, content);
    }

    CacheEntry with(long[] known) {
        return new CacheEntry(size, lastModified, trusted, glance, Optional.of(known), content);
    }

    CacheEntry with(Content known) {
        return new CacheEntry(size, lastModified, trusted, glance, words, Optional.of(known));
    }

    CacheEntry trusted(boolean now) {
        return new CacheEntry(size, lastModified, now, glance, words, content);
    }
}
