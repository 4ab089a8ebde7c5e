package dev.keyguard.source.build;

import java.util.Optional;
import java.util.function.Function;

/** Replaces {@code ${name}} in the values of a build file. Bounded against cycles and growth. */
final class Interpolation {
    private static final int MAX_REPLACEMENTS = 50;
    private static final int MAX_LENGTH = 1_000;

    private final Function<String, Optional<String>> values;

    Interpolation(Function<String, Optional<String>> values) {
        this.values = values;
    }

    /** The text with every reference resolved that has a value; the others as written. */
    String resolve(String text) {
        String resolved = text;
        int from = resolved.indexOf("${");
        for (int i = 0; i < MAX_REPLACEMENTS && from >= 0 && resolved.length() < MAX_LENGTH; i++) {
            int end = resolved.indexOf('}', from);
            if (end < 0) {
                break;
            }
            Optional<String> value = values.apply(resolved.substring(from + 2, end));
            if (value.isPresent()) {
                resolved = resolved.substring(0, from) + value.get() + resolved.substring(end + 1);
            }
            from = resolved.indexOf("${", value.isPresent() ? from : end);
        }
        return resolved;
    }

    /** The text, resolved, unless a reference is left or nothing. */
    Optional<String> complete(String text) {
        return Optional.of(resolve(text)).filter(resolved -> !resolved.isEmpty() && !resolved.contains("${"));
    }
}
