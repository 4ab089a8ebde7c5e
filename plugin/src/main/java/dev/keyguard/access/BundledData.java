package dev.keyguard.access;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** One of the JSON files of knowledge that come with keyguard, beside this class. A test holds each to its schema. */
final class BundledData {
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final JsonNode root;

    BundledData(String name) {
        try (InputStream in = BundledData.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("keyguard's jar lacks " + name);
            }
            root = mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("keyguard's own " + name + " cannot be read", e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** The objects of an array below the root. */
    List<JsonNode> objects(String field) {
        List<JsonNode> all = new ArrayList<>();
        root.path(field).forEach(all::add);
        return all;
    }

    /** The strings of an array; empty where there is none. */
    List<String> strings(JsonNode array) {
        return array.isArray() ? List.copyOf(mapper.convertValue(array, STRINGS)) : List.of();
    }
}
