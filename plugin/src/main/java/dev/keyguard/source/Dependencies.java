package dev.keyguard.source;

import dev.keyguard.source.build.Dependency;
import java.nio.file.Path;
import java.util.List;

/**
 * The libraries of a module.
 *
 * @param known    whether a build file tells them (then what is absent is not on the class path)
 * @param complete whether transitive ones are in the list too (a resolved class path)
 * @param list     direct ones, and transitive ones where {@code complete}
 * @param jars     the resolved jars, as far as they could be resolved
 */
public record Dependencies(boolean known, boolean complete, List<Dependency> list, List<Path> jars) {
    /** Nothing is known. */
    public static Dependencies unknown() {
        return new Dependencies(false, false, List.of(), List.of());
    }
}
