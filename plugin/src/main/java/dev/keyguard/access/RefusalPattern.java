package dev.keyguard.access;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One line of {@code refusals.json}. What is empty does not matter; all the rest must hold. */
record RefusalPattern(
        Refusal.Meaning meaning,
        Set<Integer> status,
        Set<ErrorBody.Shape> shapes,
        Optional<Pattern> code,
        Optional<Pattern> type,
        Optional<Pattern> message) {
    boolean fits(int answered, ErrorBody error) {
        return (status.isEmpty() || status.contains(answered))
                && (shapes.isEmpty() || shapes.contains(error.shape()))
                && in(code, error.codes())
                && in(type, error.type())
                && in(message, error.message());
    }

    private static boolean in(Optional<Pattern> pattern, String text) {
        return pattern.isEmpty() || pattern.get().matcher(text).find();
    }
}
