package dev.keyguard.access;

import dev.keyguard.sdk.JsonData;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises what stands under a key's name and cannot be a key, so that it is not sent. Narrower than {@link
 * dev.keyguard.sdk.KeyShapes#isPlaceholder}, which judges what is written in code: a gateway's real key may well be
 * called {@code sk-test-…}.
 */
final class Placeholders {
    private static final int LONGEST = 400;

    private final Set<String> words;
    private final List<Pattern> patterns;

    private Placeholders(JsonData data) {
        words = new HashSet<>(data.texts("words"));
        patterns = data.texts("patterns").stream()
                .map(regex -> Pattern.compile(regex, Pattern.CASE_INSENSITIVE))
                .toList();
    }

    static Placeholders load() {
        return new Placeholders(JsonData.resource(Placeholders.class, "placeholders.json"));
    }

    /** Whether the value cannot be a key. */
    boolean covers(SecretKey key) {
        String value = key.reveal().strip();
        return value.isEmpty()
                || words.contains(value.toLowerCase(Locale.ROOT))
                || (value.length() <= LONGEST
                        && patterns.stream()
                                .anyMatch(pattern -> pattern.matcher(value).matches()));
    }
}
