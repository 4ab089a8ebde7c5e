package dev.keyguard.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.SortedMap;

/**
 * What a lock file holds for one key and endpoint.
 *
 * @param key     the key's name
 * @param profile id of the provider profile
 */
record LockEntry(
        String key,
        String service,
        String baseUrl,
        String profile,
        Instant checkedAt,
        SortedMap<String, ModelEntry> models)
        implements Comparable<LockEntry> {
    private static final Comparator<LockEntry> ORDER = Comparator.comparing(LockEntry::key)
            .thenComparing(LockEntry::service)
            .thenComparing(LockEntry::baseUrl);

    @Override
    public int compareTo(LockEntry other) {
        return ORDER.compare(this, other);
    }
}
