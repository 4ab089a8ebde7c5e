package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.keyguard.access.Refusal.Meaning;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RefusalClassifierTest {
    private static final RefusalClassifier CLASSIFIER = RefusalClassifier.load();

    /** A recorded refusal. */
    record Recorded(String provider, int status, String body, String verdict) {
        @Override
        public String toString() {
            return provider + " " + status + " " + verdict;
        }
    }

    /** The refusals of {@code refusal-bodies.json}: real ones, with what each means. */
    static List<Recorded> recorded() throws IOException {
        return read("refusal-bodies.json");
    }

    /** Wordings of other services and versions, as their documentation and users quote them. */
    static List<Recorded> others() throws IOException {
        return read("more-refusals.json");
    }

    /** Made up along what is known of providers, gateways, frameworks and edges: other words, forms, encodings. */
    static List<Recorded> varied() throws IOException {
        return read("varied-refusals.json");
    }

    private static List<Recorded> read(String name) throws IOException {
        List<Recorded> all = new ArrayList<>();
        try (InputStream in = RefusalClassifierTest.class.getResourceAsStream(name)) {
            for (JsonNode row : new JsonMapper().readTree(in)) {
                JsonNode body = row.path("body");
                all.add(new Recorded(
                        row.path("provider").asText(),
                        row.path("status").asInt(),
                        body.isTextual() ? body.asText() : body.toString(),
                        row.path("verdict").asText()));
            }
        }
        return all;
    }

    static Stream<Arguments> bodies() throws IOException {
        return Stream.of(recorded(), others(), varied()).flatMap(List::stream).map(Arguments::of);
    }

    @Test
    void thereAreFiftyFourRecordedOnes() throws IOException {
        assertThat(recorded()).hasSize(54);
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("bodies")
    void meansWhatItMeans(Recorded refusal) {
        Refusal found = CLASSIFIER.classify(refusal.status(), refusal.body(), new Scrubber());
        assertThat(found.meaning()).as(refusal.body()).isEqualTo(Meaning.valueOf(refusal.verdict()));
        assertThat(found.status()).isEqualTo(refusal.status());
    }

    @Test
    void everyMeaningHasASentenceAndItsRule() {
        for (Meaning meaning : Meaning.values()) {
            assertThat(CLASSIFIER.advice(meaning)).isNotBlank();
        }
        assertThat(CLASSIFIER.rule(Meaning.KEY_INVALID)).contains("key-rejected");
        assertThat(CLASSIFIER.rule(Meaning.LIST_FORBIDDEN)).isEmpty();
        assertThat(CLASSIFIER.rule(Meaning.UNCLASSIFIED)).isEmpty();
    }

    @Test
    void doesNotChokeOnAnything() {
        for (String body : List.of(
                "",
                " ",
                "{",
                "[",
                "[]",
                "null",
                "{\"error\":null}",
                "{\"error\":[]}",
                "{\"error\":{}}",
                "42",
                "\u0000",
                "[".repeat(100_000),
                "{\"error\":".repeat(50_000),
                "<",
                "model ".repeat(200_000),
                "{\"error\":{\"message\":\"" + "organization ".repeat(100_000) + "\"}}")) {
            assertThat(CLASSIFIER.classify(409, body, new Scrubber()).meaning()).isEqualTo(Meaning.UNCLASSIFIED);
        }
    }

    @Test
    void keepsTheMessageOfWhatItDoesNotKnowScrubbed() {
        SecretKey key = SecretKey.of("sk-fake-canary-7f3a9b2c1d");
        Refusal refusal = CLASSIFIER.classify(
                418,
                "{\"error\":{\"message\":\"I am a teapot \\u001b[31m for sk-fake-canary-7f3a9b2c1d\"}}",
                new Scrubber(key));
        assertThat(refusal.meaning()).isEqualTo(Meaning.UNCLASSIFIED);
        assertThat(refusal.message()).isEqualTo("I am a teapot [31m for ***");
    }
}
