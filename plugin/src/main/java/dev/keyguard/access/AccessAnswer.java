package dev.keyguard.access;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is known about one key at one endpoint.
 *
 * @param key          the key's name as the code calls it; never a value
 * @param service      as in {@link dev.keyguard.usage.Endpoint}
 * @param baseUrl      asked, or that would have been asked
 * @param source       where the answer comes from
 * @param checkedAt    when the provider was asked, if ever
 * @param state        the outcome
 * @param models       what the key may use, by id; empty unless {@link State#LISTED}
 * @param exhaustive   whether «not in the list» means «may not use» at this provider
 * @param refusal      the provider's refusal of the list, if it refused
 * @param detail       one sentence for people
 * @param verifiedWith the name of another key that this build used in its place, if so
 */
public record AccessAnswer(
        String key,
        String service,
        String baseUrl,
        Source source,
        Optional<Instant> checkedAt,
        State state,
        SortedMap<String, ModelEntry> models,
        boolean exhaustive,
        Optional<Refusal> refusal,
        String detail,
        Optional<String> verifiedWith) {
    /** Where an answer comes from; names in lower case in the JSON report. */
    public enum Source {
        LIVE,
        CACHE,
        LOCK,
        TABLE,
        NONE;

        /** The name used in reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How asking ended; names in lower case with {@code -} in the JSON report. */
    public enum State {
        LISTED,
        REFUSED,
        UNREACHABLE,
        NOT_ASKED;

        /** The name used in reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
