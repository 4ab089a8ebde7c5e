package dev.keyguard.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes keys out of what others said, and whatever could play tricks on a terminal. Providers echo keys masked, in part,
 * or in full.
 */
final class Scrubber {
    private static final int LONGEST = 400;
    private static final String GONE = "***";
    /** Things that look like a key, a token or a hash of one, whoever's it is; masked forms included. */
    private static final Pattern LOOKS_LIKE_A_KEY =
            Pattern.compile("(?i)\\b(sk|rk|pk|gsk|xai|hf|nvapi)[-_][\\w*.…-]{8,}|\\bAIza[\\w-]{20,}"
                    + "|\\beyJ[\\w-]{10,}\\.[\\w.-]+|\\bBearer\\s+\\S+|\\b[0-9a-f]{32,}\\b|[\\w-]*\\*{3,}[\\w-]*");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");
    private static final int SHORTEST_PART = 8;

    private final List<String> secrets;

    /** For keys that this run sends; their exact values are taken out in every form an answer may echo. */
    Scrubber(SecretKey... keys) {
        secrets = Stream.of(keys)
                .map(key -> key.reveal().strip())
                .filter(value -> !value.isEmpty())
                .flatMap(value -> Stream.of(
                        value,
                        Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)),
                        URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .toList();
    }

    /** Whether it holds a whole key; a part may be chance, as model ids and keys of gateways share words. */
    boolean echo(String text) {
        return secrets.stream().anyMatch(text::contains);
    }

    /** One line, at most 400 characters, without keys. */
    String scrub(String text) {
        String clean = CONTROL.matcher(text).replaceAll(" ").strip().replaceAll("\\s{2,}", " ");
        for (String secret : secrets) {
            clean = clean.replace(secret, GONE);
            clean = withoutParts(clean, secret);
        }
        clean = LOOKS_LIKE_A_KEY.matcher(clean).replaceAll(GONE);
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    /** Without long runs of the key's characters, as gateways echo its beginning or end. */
    private static String withoutParts(String text, String secret) {
        String rest = text;
        for (int from = 0; from + SHORTEST_PART <= secret.length(); from++) {
            int to = from + SHORTEST_PART;
            if (rest.contains(secret.substring(from, to))) {
                while (to < secret.length() && rest.contains(secret.substring(from, to + 1))) {
                    to++;
                }
                rest = rest.replace(secret.substring(from, to), GONE);
            }
        }
        return rest;
    }
}
