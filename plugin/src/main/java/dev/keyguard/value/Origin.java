package dev.keyguard.value;

import java.util.Locale;

/** In what form a value is written; names as in the JSON report. */
public enum Origin {
    LITERAL,
    CONSTANT,
    ENUM,
    LIBRARY_CONSTANT,
    CONFIG,
    ENVIRONMENT,
    ANNOTATION,
    JSON,
    DEFAULT,
    LIBRARY_DEFAULT,
    DYNAMIC;

    /** The name used in reports, for example {@code library-constant}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
