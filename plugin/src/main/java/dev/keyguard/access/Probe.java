package dev.keyguard.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;

/**
 * The cheapest request of one operation; one entry of {@code probes.json}.
 *
 * @param kinds kinds of the model table that may be asked so
 * @param path  behind the base URL
 * @param body  without the model
 * @param limit most tokens of the answer, where the provider's own parameter says so
 * @param cost  for people
 */
record Probe(String operation, List<String> kinds, String path, ObjectNode body, OptionalInt limit, String cost) {
    /** The body that asks that model; {@code limitName} is the provider's parameter for the most tokens. */
    String json(String model, String limitName) {
        ObjectNode full = body.deepCopy();
        full.put("model", model);
        limit.ifPresent(most -> full.put(limitName, most));
        return full.toString();
    }
}
