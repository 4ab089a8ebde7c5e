package dev.keyguard.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The model table of {@code models.json}. Immutable; safe to share between threads. */
public final class BundledModelTable implements ModelTable {
    private static final String FINE_TUNE = "ft:";
    /** Chains are at most four links today. */
    private static final int LONGEST_CHAIN = 12;

    private final LocalDate date;
    private final SortedMap<String, ModelFacts> models = new TreeMap<>();
    private final List<Category> categories = new ArrayList<>();
    private final Map<String, Map<String, Boolean>> kinds = new HashMap<>();

    /** Fine-tunes of which the provider gives dates and replacement of their own. */
    private record Category(Pattern pattern, ModelFacts facts) {}

    private BundledModelTable(BundledData data) {
        date = LocalDate.parse(data.root().path("date").asText());
        Map<String, JsonNode> rows = new HashMap<>();
        data.objects("models").forEach(row -> rows.put(row.path("id").asText(), row));
        rows.forEach((id, row) -> models.put(id, facts(row, rows, data)));
        data.objects("fineTunes")
                .forEach(row -> categories.add(
                        new Category(Pattern.compile(row.path("pattern").asText()), facts(row, rows, data))));
        data.root().path("kinds").properties().forEach(kind -> {
            Map<String, Boolean> operations = new HashMap<>();
            kind.getValue()
                    .properties()
                    .forEach(o -> operations.put(o.getKey(), o.getValue().asBoolean()));
            kinds.put(kind.getKey(), operations);
        });
    }

    /** Reads the table. Takes a few milliseconds; keep it. */
    public static ModelTable load() {
        return new BundledModelTable(new BundledData("models.json"));
    }

    @Override
    public LocalDate date() {
        return date;
    }

    @Override
    public Optional<ModelFacts> find(String id) {
        if (!id.startsWith(FINE_TUNE)) {
            return Optional.ofNullable(models.get(id));
        }
        Optional<ModelFacts> own = categories.stream()
                .filter(category -> category.pattern().matcher(id).find())
                .map(Category::facts)
                .findFirst();
        return own.or(() -> Optional.ofNullable(models.get(base(id)))).map(facts -> named(facts, id));
    }

    @Override
    public Collection<String> ids() {
        return Collections.unmodifiableSet(models.keySet());
    }

    @Override
    public Optional<Boolean> answers(String kind, String operation) {
        return Optional.ofNullable(kinds.getOrDefault(kind, Map.of()).get(operation));
    }

    /** {@code ft:gpt-4o-mini-2024-07-18:org:suffix:id} → {@code gpt-4o-mini-2024-07-18}. */
    private static String base(String fineTune) {
        int end = fineTune.indexOf(':', FINE_TUNE.length());
        return fineTune.substring(FINE_TUNE.length(), end < 0 ? fineTune.length() : end);
    }

    private static ModelFacts named(ModelFacts facts, String id) {
        return new ModelFacts(id, facts.kind(), facts.announced(), facts.shutdown(), facts.replacements());
    }

    private static ModelFacts facts(JsonNode row, Map<String, JsonNode> rows, BundledData data) {
        Set<String> replacements = new LinkedHashSet<>();
        if (row.has("final")) {
            replacements.add(row.path("final").asText());
        }
        for (String named : data.strings(row.path("replacements"))) {
            replacements.addAll(followed(named, rows, data));
        }
        replacements.remove(row.path("id").asText());
        return new ModelFacts(
                row.path("id").asText(),
                row.path("kind").asText(),
                day(row.path("announced")),
                day(row.path("shutdown")),
                List.copyOf(replacements));
    }

    /** The model itself while no shutdown is announced for it; else what its own notice names, and so on. */
    private static Set<String> followed(String id, Map<String, JsonNode> rows, BundledData data) {
        Set<String> staying = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        List<String> open = List.of(id);
        for (int link = 0; link < LONGEST_CHAIN && !open.isEmpty(); link++) {
            List<String> next = new ArrayList<>();
            for (String candidate : open) {
                if (!seen.add(candidate)) {
                    continue;
                }
                JsonNode row = rows.get(candidate);
                List<String> named =
                        row == null || !row.has("shutdown") ? List.of() : data.strings(row.path("replacements"));
                if (named.isEmpty()) {
                    staying.add(candidate);
                } else if (row.has("final")) {
                    next.add(row.path("final").asText());
                } else {
                    next.addAll(named);
                }
            }
            open = next;
        }
        return staying;
    }

    private static Optional<LocalDate> day(JsonNode text) {
        return text.isTextual() ? Optional.of(LocalDate.parse(text.asText())) : Optional.empty();
    }
}
