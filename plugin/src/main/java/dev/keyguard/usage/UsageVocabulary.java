package dev.keyguard.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyguard.sdk.RawHttp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that tell requests from other code; data in {@code vocabulary.json}. */
record UsageVocabulary(
        HttpVocabulary http,
        OperationEvidence operations,
        Selections selections,
        SettingWords settings,
        RefusalWords refusals) {
    private static final String RESOURCE = "vocabulary.json";

    static UsageVocabulary bundled() {
        try (InputStream in = UsageVocabulary.class.getResourceAsStream(RESOURCE)) {
            JsonNode root = new ObjectMapper().readTree(in);
            JsonNode operations = root.get("operations");
            return new UsageVocabulary(
                    new HttpVocabulary(RawHttp.bundled(), texts(root.get("responseMarks"))),
                    new OperationEvidence(sets(operations.get("types")), sets(operations.get("dependencies"))),
                    selections(root.get("selections")),
                    settings(root.get("settings"), providers(root.get("providers"))),
                    refusals(root.get("refusals")));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is part of keyguard and cannot be read", e);
        }
    }

    private static SettingWords settings(JsonNode words, Map<String, String> providers) {
        return new SettingWords(
                texts(words.get("provider")),
                texts(words.get("model")),
                texts(words.get("key")),
                texts(words.get("endpoint")),
                providers);
    }

    private static RefusalWords refusals(JsonNode words) {
        return new RefusalWords(
                texts(words.get("prepares")),
                texts(words.get("callbacks")),
                texts(words.get("caught")),
                texts(words.get("handlers")),
                texts(words.get("annotations")));
    }

    private static Selections selections(JsonNode array) {
        List<Selections.Selection> all = new ArrayList<>();
        array.forEach(node -> all.add(new Selections.Selection(
                node.get("client").asText(),
                node.get("property").asText(),
                node.get("operation").asText())));
        return new Selections(List.copyOf(all));
    }

    private static Map<String, String> providers(JsonNode object) {
        Map<String, String> providers = new LinkedHashMap<>();
        object.fields()
                .forEachRemaining(
                        field -> providers.put(field.getKey(), field.getValue().asText()));
        return providers;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static Map<String, Set<String>> sets(JsonNode object) {
        Map<String, Set<String>> sets = new LinkedHashMap<>();
        object.fields().forEachRemaining(field -> sets.put(field.getKey(), texts(field.getValue())));
        return sets;
    }
}
