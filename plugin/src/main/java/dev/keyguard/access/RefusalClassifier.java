package dev.keyguard.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyguard.access.Refusal.Meaning;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Tells what a refusal means from status, code, type, message and form together, by the patterns of {@code
 * refusals.json}: the first that fits decides. Immutable; safe to share between threads.
 */
public final class RefusalClassifier {
    private final List<RefusalPattern> patterns;
    private final Map<Meaning, Sense> senses = new EnumMap<>(Meaning.class);

    /** What follows from a meaning: the rule that speaks of it, none where access stays unknown; and a sentence. */
    private record Sense(Optional<String> rule, String advice) {}

    private RefusalClassifier(BundledData data) {
        patterns = data.objects("patterns").stream()
                .map(RefusalClassifier::pattern)
                .toList();
        data.root().path("meanings").properties().forEach(entry -> {
            JsonNode rule = entry.getValue().path("rule");
            senses.put(
                    Meaning.valueOf(entry.getKey()),
                    new Sense(
                            rule.isTextual() ? Optional.of(rule.asText()) : Optional.empty(),
                            entry.getValue().path("advice").asText()));
        });
    }

    /** Reads the patterns. */
    public static RefusalClassifier load() {
        return new RefusalClassifier(new BundledData("refusals.json"));
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

    private static RefusalPattern pattern(JsonNode row) {
        return new RefusalPattern(
                Meaning.valueOf(row.path("meaning").asText()),
                integers(row.path("status")),
                shapes(row.path("shape")),
                regex(row.path("code")),
                regex(row.path("type")),
                regex(row.path("message")));
    }

    private static Set<Integer> integers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asInt)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<ErrorBody.Shape> shapes(JsonNode array) {
        Set<ErrorBody.Shape> shapes = EnumSet.noneOf(ErrorBody.Shape.class);
        array.forEach(label -> shapes.add(ErrorBody.Shape.of(label.asText())));
        return shapes;
    }

    private static Optional<Pattern> regex(JsonNode text) {
        return text.isTextual()
                ? Optional.of(Pattern.compile(text.asText(), Pattern.CASE_INSENSITIVE))
                : Optional.empty();
    }
}
