package dev.keyguard.source.text;

import java.util.Map;
import java.util.Optional;

/** Resolves the predefined entities and character references of XML; leaves everything else as written. */
final class XmlReferences {
    private static final Map<String, String> PREDEFINED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    /** The longest reference, {@code &#x10FFFF;}. */
    private static final int LONGEST = 10;

    private XmlReferences() {}

    static String resolve(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int from = 0;
        for (int at = raw.indexOf('&'); at >= 0; at = raw.indexOf('&', Math.max(at + 1, from))) {
            int end = raw.substring(at, Math.min(raw.length(), at + LONGEST)).indexOf(';');
            Optional<String> meant = end < 0 ? Optional.empty() : meaning(raw.substring(at + 1, at + end));
            if (meant.isPresent()) {
                out.append(raw, from, at).append(meant.get());
                from = at + end + 1;
            }
        }
        return out.append(raw, from, raw.length()).toString();
    }

    private static Optional<String> meaning(String reference) {
        if (!reference.startsWith("#")) {
            return Optional.ofNullable(PREDEFINED.get(reference));
        }
        try {
            int code = reference.startsWith("#x")
                    ? Integer.parseInt(reference.substring(2), 16)
                    : Integer.parseInt(reference.substring(1));
            return Character.isValidCodePoint(code) ? Optional.of(Character.toString(code)) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
