package dev.keyguard.usage;

import java.util.List;
import java.util.Optional;

/**
 * The key a model use goes out with, by name.
 *
 * @param name    the last name in the chain (variable, property, store entry), {@code hard-coded}, or absent where none is
 *                found
 * @param names   all names the trail passes through, outermost first
 * @param assumed whether it is only the module's one key
 */
public record KeyName(Optional<String> name, List<String> names, boolean assumed) {
    /** What {@code name} is when the key is written out. */
    public static final String HARD_CODED = "hard-coded";

    /** No key is known. */
    public static final KeyName NONE = new KeyName(Optional.empty(), List.of(), false);
}
