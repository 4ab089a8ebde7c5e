package dev.keyguard.source.build;

import dev.keyguard.source.Place;
import java.util.Optional;

/**
 * A library a build file names, or one that resolution added.
 *
 * @param version        absent where managed elsewhere and not resolved
 * @param scope          Maven's scope, {@code compile} where none is written
 * @param place          where it is declared; absent for transitive ones
 * @param versionAssumed whether the version is only that of an imported BOM of the same group, whose content is not at
 *                       hand: families such as {@code org.springframework.ai} release BOM and libraries together
 */
public record Dependency(
        String groupId,
        String artifactId,
        Optional<String> version,
        String scope,
        Optional<Place> place,
        boolean versionAssumed) {
    /** A dependency whose version, if there is one, is its own. */
    public Dependency(
            String groupId, String artifactId, Optional<String> version, String scope, Optional<Place> place) {
        this(groupId, artifactId, version, scope, place, false);
    }

    /** {@code groupId:artifactId}. */
    public String key() {
        return groupId + ":" + artifactId;
    }
}
