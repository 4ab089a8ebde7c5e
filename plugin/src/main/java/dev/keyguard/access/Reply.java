package dev.keyguard.access;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** One try: an answer, or why there was none. */
record Reply(Optional<RawAnswer> raw, String failure) {
    static Reply of(RawAnswer raw) {
        return new Reply(Optional.of(raw), "");
    }

    static Reply failed(String sentence) {
        return new Reply(Optional.empty(), sentence);
    }

    ListAnswer answer(Function<RawAnswer, ListAnswer> reader) {
        return raw.map(reader).orElseGet(() -> new ListAnswer.Unreachable(failure));
    }

    /** How long to wait before asking again: what the server asks for, else {@code usual}; empty if asking is no use. */
    Optional<Duration> pause(Duration usual, IntPredicate passing) {
        return raw.filter(answer -> passing.test(answer.status()))
                .map(answer -> answer.retryAfter().flatMap(Reply::seconds).orElse(usual));
    }

    private static Optional<Duration> seconds(String retryAfter) {
        try {
            return Optional.of(Duration.ofMillis((long) (Double.parseDouble(retryAfter.strip()) * 1000)))
                    .filter(time -> !time.isNegative());
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
