package dev.keyguard.sdk;

import java.util.Optional;

/**
 * A variable or system property that a library reads by itself.
 *
 * @param via  environment variable or system property
 * @param name as the library spells it
 * @param role what it gives
 * @param service the provider whose client reads it
 * @param versions Maven version range of the library for which it holds, absent for all
 */
public record ImplicitName(Via via, String name, Role role, String service, Optional<String> versions) {
    /** Where the library looks. */
    public enum Via {
        ENVIRONMENT,
        SYSTEM_PROPERTY
    }
}
