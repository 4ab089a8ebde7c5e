package dev.keyguard.usage;

import dev.keyguard.sdk.JsonData;
import dev.keyguard.sdk.RawHttp;
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
        JsonData root = JsonData.resource(UsageVocabulary.class, RESOURCE);
        JsonData operations = root.object("operations");
        return new UsageVocabulary(
                new HttpVocabulary(RawHttp.bundled(), texts(root, "responseMarks")),
                new OperationEvidence(sets(operations, "types"), sets(operations, "dependencies")),
                selections(root.objects("selections")),
                settings(root.object("settings"), root.textMap("providers")),
                refusals(root.object("refusals")));
    }

    private static SettingWords settings(JsonData words, Map<String, String> providers) {
        return new SettingWords(
                texts(words, "provider"),
                texts(words, "model"),
                texts(words, "key"),
                texts(words, "endpoint"),
                providers);
    }

    private static RefusalWords refusals(JsonData words) {
        return new RefusalWords(
                texts(words, "prepares"),
                texts(words, "callbacks"),
                texts(words, "caught"),
                texts(words, "handlers"),
                texts(words, "annotations"));
    }

    private static Selections selections(List<JsonData> all) {
        return new Selections(all.stream()
                .map(one -> new Selections.Selection(one.text("client"), one.text("property"), one.text("operation")))
                .toList());
    }

    private static Set<String> texts(JsonData data, String name) {
        return new LinkedHashSet<>(data.texts(name));
    }

    private static Map<String, Set<String>> sets(JsonData data, String name) {
        Map<String, Set<String>> sets = new LinkedHashMap<>();
        data.textsMap(name).forEach((member, texts) -> sets.put(member, new LinkedHashSet<>(texts)));
        return sets;
    }
}
