package dev.keyguard.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which models may be asked with a real request, and with which: those of {@code probes.json}. Image, video, speech,
 * transcription, realtime, audio and search models have no line there and are never asked.
 */
final class Probes {
    private static final String RESOURCE = "probes.json";
    private static final String UNKNOWN = "unknown";

    private final List<Probe> requests;

    private Probes(JsonNode data) {
        requests = elements(data.path("requests")).map(Probes::probe).toList();
    }

    /** Reads them. The bodies are sent as they are, so they stay trees: a few hundred classes that only a probe loads. */
    static Probes load() {
        try (InputStream in = Probes.class.getResourceAsStream(RESOURCE)) {
            return new Probes(new JsonMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("keyguard's own " + RESOURCE + " cannot be read", e);
        }
    }

    /**
     * The request to ask with: the operation of the code where the model answers it; where the code does not tell the
     * operation, the first that suits the model's kind. A model that the table does not know is asked as the code asks it.
     */
    Optional<Probe> of(Wanted wanted, Optional<ModelFacts> facts) {
        boolean open = wanted.operation().equals(UNKNOWN);
        if (open && facts.isEmpty()) {
            return Optional.empty();
        }
        return requests.stream()
                .filter(probe -> open || probe.operation().equals(wanted.operation()))
                .filter(probe ->
                        facts.map(f -> probe.kinds().contains(f.kind())).orElse(true))
                .findFirst();
    }

    private static Probe probe(JsonNode row) {
        return new Probe(
                row.path("operation").asText(),
                elements(row.path("kinds")).map(JsonNode::asText).toList(),
                row.path("path").asText(),
                (ObjectNode) row.path("body"),
                row.has("limit") ? OptionalInt.of(row.path("limit").asInt()) : OptionalInt.empty(),
                row.path("cost").asText());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
