package dev.keyguard.usage;

import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A place where an API key is looked up, implied or written.
 *
 * @param name        name of the variable, property or store entry; {@code hard-coded} for one written out
 * @param placeholder whether what is written out cannot be a key ({@code demo}, {@code your-api-key} …)
 * @param masked      a hard-coded key, masked; never the value
 */
public record KeyUse(
        String name,
        Via via,
        Place place,
        List<Place> uses,
        List<Place> lookups,
        String service,
        String client,
        Scope scope,
        String module,
        boolean placeholder,
        Optional<String> masked)
        implements Comparable<KeyUse> {
    /** How it is looked up; names as in the JSON report. */
    public enum Via {
        ENV,
        SYSPROP,
        PROPERTY,
        LITERAL,
        IMPLICIT_ENV,
        DOTENV,
        FILE,
        SECRET_MANAGER,
        PARAMETER;

        /** The name used in reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public int compareTo(KeyUse other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : name.compareTo(other.name);
    }
}
