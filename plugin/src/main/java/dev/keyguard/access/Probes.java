package dev.keyguard.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which models may be asked with a real request, and with which: those of {@code probes.json}. Image, video, speech,
 * transcription, realtime, audio and search models have no line there and are never asked.
 */
final class Probes {
    private static final String UNKNOWN = "unknown";

    private final List<Probe> requests;

    private Probes(BundledData data) {
        requests =
                data.objects("requests").stream().map(row -> probe(row, data)).toList();
    }

    static Probes load() {
        return new Probes(new BundledData("probes.json"));
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

    private static Probe probe(JsonNode row, BundledData data) {
        return new Probe(
                row.path("operation").asText(),
                data.strings(row.path("kinds")),
                row.path("path").asText(),
                (ObjectNode) row.path("body"),
                row.has("limit") ? OptionalInt.of(row.path("limit").asInt()) : OptionalInt.empty(),
                row.path("cost").asText());
    }
}
