package dev.keyguard.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether providers are asked. */
public enum Online {
    /** Where it can be done; what could not be asked stays unknown. */
    AUTO,
    /** As {@link #AUTO}, and whoever judges the answers counts what is unknown as an error. */
    REQUIRED,
    /** No request leaves; lock file, cache and table answer. */
    NEVER;

    /** Reads the parameter's value. */
    public static Optional<Online> of(String text) {
        return Stream.of(values())
                .filter(value -> value.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
