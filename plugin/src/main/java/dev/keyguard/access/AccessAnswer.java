package dev.keyguard.access;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What is known about one key at one endpoint.
 *
 * @param key          the key's name as the code calls it; never a value
 * @param service      as in {@link dev.keyguard.usage.Endpoint}
 * @param baseUrl      asked, or that would have been asked
 * @param source       where the answer comes from
 * @param checkedAt    when the provider was asked, if ever
 * @param state        the outcome
 * @param models       what the key may use, by id; empty unless {@link State#LISTED}, or an older list (cache, lock) has to
 *                     stand in for a provider that is {@link State#UNREACHABLE} or does not show its list
 * @param exhaustive   whether «not in the list» means «may not use» at this provider
 * @param refusal      the provider's refusal of the list, if it refused; with {@link State#NOT_ASKED} why nothing could be
 *                     asked: {@code KEY_MISSING} or {@code KEY_PLACEHOLDER}; with {@link State#LISTED} what a real request
 *                     ({@code keyguard.probe}) said of the key
 * @param detail       one sentence for people
 * @param verifiedWith the name of another key that this build used in its place, if so
 * @param notes        what else people should know: a key typed on the command line, models lost since the lock file
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
        Optional<String> verifiedWith,
        List<String> notes) {
    /** An answer without notes. */
    public AccessAnswer(
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
        this(
                key,
                service,
                baseUrl,
                source,
                checkedAt,
                state,
                models,
                exhaustive,
                refusal,
                detail,
                verifiedWith,
                List.of());
    }

    /** The same with another note. */
    AccessAnswer noting(String note) {
        List<String> all = Stream.concat(notes.stream(), Stream.of(note)).toList();
        return new AccessAnswer(
                key,
                service,
                baseUrl,
                source,
                checkedAt,
                state,
                models,
                exhaustive,
                refusal,
                detail,
                verifiedWith,
                all);
    }

    /** The same with a refusal that real requests met. */
    AccessAnswer refusing(Refusal met) {
        return new AccessAnswer(
                key,
                service,
                baseUrl,
                source,
                checkedAt,
                state,
                models,
                exhaustive,
                Optional.of(met),
                detail,
                verifiedWith,
                notes);
    }

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
