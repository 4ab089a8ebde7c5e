package dev.keyguard.usage;

import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;

/** Something about configuration or handling that a rule may speak of; not a reference. */
public record ConfigurationNote(Kind kind, String name, String detail, Place place, Scope scope, String module) {
    /** What was noticed. */
    public enum Kind {
        /** A model or key property that nothing reads: wrong prefix, starter absent, misspelt, {@code $(x)}. */
        DEAD,
        /** A property or placeholder the code reads and no file sets. */
        UNRESOLVED,
        /** A request whose client's permission exception is neither caught nor given a fallback model. */
        UNHANDLED_PERMISSION_DENIED
    }
}
