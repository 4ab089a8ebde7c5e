package dev.keyguard.source.build;

import dev.keyguard.source.Place;
import java.util.Optional;

/**
 * A library a build file names, or one that resolution added.
 *
 * @param version  absent where managed elsewhere and not resolved
 * @param scope    Maven's scope, {@code compile} where none is written
 * @param place    where it is declared; absent for transitive ones
 */
public record Dependency(
        String groupId, String artifactId, Optional<String> version, String scope, Optional<Place> place) {
    /** {@code groupId:artifactId}. */
    public String key() {
        return groupId + ":" + artifactId;
    }
}
