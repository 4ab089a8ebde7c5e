package dev.keyguard.maven;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How parameters spell one of a few words. */
final class Choice {
    private Choice() {}

    /** The constant called so, in any case. */
    static <E extends Enum<E>> E of(String parameter, String text, Class<E> type) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equalsIgnoreCase(text.strip())) {
                return each;
            }
        }
        String words = Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new BadParameterException(parameter + " is \"" + text + "\"; it must be one of: " + words + ".");
    }
}
