package dev.keyguard.value;

import dev.keyguard.source.Place;
import java.util.Optional;

/**
 * One step on the way of a value.
 *
 * @param name the configuration key, environment variable, constant, field, parameter or method passed, if it has one
 */
public record Hop(Kind kind, Place place, Optional<String> name) {
    /** What happens at the step. */
    public enum Kind {
        /** The value is written here. */
        WRITTEN,
        /** It is looked up, injected or passed on here, under that name. */
        LOOKED_UP,
        /** The method of that name returns it here. */
        RETURNED,
        /** A configuration key is resolved here (the line of the entry). */
        CONFIGURED,
        /** It enters a client or a request here. */
        USED
    }
}
