package dev.keyguard.access;

import dev.keyguard.access.Refusal.Meaning;
import dev.keyguard.sdk.JsonData;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what a refusal means from status, code, type, message and form together, by the patterns of {@code
 * refusals.json}: the first that fits decides. Immutable; safe to share between threads.
 */
public final class RefusalClassifier {
    private final List<RefusalPattern> patterns;
    private final Map<Meaning, Sense> senses = new EnumMap<>(Meaning.class);

    /** What follows from a meaning: the rule that speaks of it, none where access stays unknown; and a sentence. */
    private record Sense(Optional<String> rule, String advice) {}

    private RefusalClassifier(JsonData data) {
        patterns = data.objects("patterns").stream()
                .map(RefusalClassifier::pattern)
                .toList();
        data.objectMap("meanings")
                .forEach((meaning, row) ->
                        senses.put(Meaning.valueOf(meaning), new Sense(row.optionalText("rule"), row.text("advice"))));
    }

    /** Reads the patterns. */
    public static RefusalClassifier load() {
        return new RefusalClassifier(JsonData.resource(RefusalClassifier.class, "refusals.json"));
    }

    /**
     * Classifies an answer that is no success.
     *
     * @param status   HTTP status
     * @param body     the body as text; may be anything
     * @param scrubber takes keys out of what the provider said
     */
    Refusal classify(int status, String body, Scrubber scrubber) {
        ErrorBody error = ErrorBody.of(body);
        Meaning meaning = patterns.stream()
                .filter(pattern -> pattern.fits(status, error))
                .map(RefusalPattern::meaning)
                .findFirst()
                .orElse(Meaning.UNCLASSIFIED);
        String said = error.shape() == ErrorBody.Shape.HTML ? "" : error.message();
        return new Refusal(meaning, status, scrubber.scrub(said.isBlank() ? error.codes() : said));
    }

    /** The rule that speaks of it; empty where access is unknown and no rule does. */
    public Optional<String> rule(Meaning meaning) {
        return senses.get(meaning).rule();
    }

    /** One sentence on what it means, for people. */
    public String advice(Meaning meaning) {
        return senses.get(meaning).advice();
    }

    private static RefusalPattern pattern(JsonData row) {
        Set<ErrorBody.Shape> shapes = EnumSet.noneOf(ErrorBody.Shape.class);
        row.texts("shape").forEach(label -> shapes.add(ErrorBody.Shape.of(label)));
        return new RefusalPattern(
                Meaning.valueOf(row.text("meaning")),
                Set.copyOf(row.numbers("status")),
                shapes,
                regex(row, "code"),
                regex(row, "type"),
                regex(row, "message"));
    }

    private static Optional<Pattern> regex(JsonData row, String name) {
        return row.optionalText(name).map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE));
    }
}
