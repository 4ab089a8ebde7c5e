package dev.keyguard.source.tree;

import dev.keyguard.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * What the cache holds of one file.
 *
 * @param size         bytes
 * @param lastModified milliseconds since the epoch
 * @param trusted      whether equal size and time mean equal content. Not for a file that was changed just before it was
 *                     read (it may have been changed again within the clock's grain), nor for times that archives make up
 * @param types        names of the types that begin a line
 * @param mentions     numbers of the words it mentions, of those that were asked for, ascending
 * @param content      where facts came from, if they were made
 */
record CacheEntry(
        long size,
        long lastModified,
        boolean trusted,
        Optional<Glance> glance,
        Optional<List<String>> types,
        Optional<List<Integer>> mentions,
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
                file.size(),
                file.lastModified(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the file has the size and time it had. */
    boolean unchanged(SourceFile file) {
        return size == file.size() && lastModified == file.lastModified();
    }

    CacheEntry with(Glance known) {
        return new CacheEntry(size, lastModified, trusted, Optional.of(known), types, mentions, content);
    }

    CacheEntry withTypes(List<String> known) {
        return new CacheEntry(size, lastModified, trusted, glance, Optional.of(known), mentions, content);
    }

    CacheEntry withMentions(List<Integer> known) {
        return new CacheEntry(size, lastModified, trusted, glance, types, Optional.of(known), content);
    }

    CacheEntry with(Content known) {
        return new CacheEntry(size, lastModified, trusted, glance, types, mentions, Optional.of(known));
    }

    CacheEntry trusted(boolean now) {
        return new CacheEntry(size, lastModified, now, glance, types, mentions, content);
    }
}
