package dev.keyguard.access;

import dev.keyguard.sdk.JsonData;
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

    private BundledModelTable(JsonData data) {
        date = LocalDate.parse(data.text("date"));
        Map<String, JsonData> rows = new HashMap<>();
        data.objects("models").forEach(row -> rows.put(row.text("id"), row));
        rows.forEach((id, row) -> models.put(id, facts(id, row, rows)));
        data.objects("fineTunes")
                .forEach(row ->
                        categories.add(new Category(Pattern.compile(row.text("pattern")), facts("", row, rows))));
        data.objectMap("kinds").forEach((kind, row) -> {
            Map<String, Boolean> operations = new HashMap<>();
            row.names().forEach(operation -> operations.put(operation, row.flag(operation)));
            kinds.put(kind, operations);
        });
    }

    /** Reads the table. Takes a few milliseconds; keep it. */
    public static ModelTable load() {
        return new BundledModelTable(JsonData.resource(BundledModelTable.class, "models.json"));
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

    private static ModelFacts facts(String id, JsonData row, Map<String, JsonData> rows) {
        Set<String> replacements = new LinkedHashSet<>();
        row.optionalText("final").ifPresent(replacements::add);
        for (String named : row.texts("replacements")) {
            replacements.addAll(followed(named, rows));
        }
        replacements.remove(id);
        return new ModelFacts(
                id,
                row.optionalText("kind").orElse(""),
                row.optionalText("announced").map(LocalDate::parse),
                row.optionalText("shutdown").map(LocalDate::parse),
                List.copyOf(replacements));
    }

    /** The model itself while no shutdown is announced for it; else what its own notice names, and so on. */
    private static Set<String> followed(String id, Map<String, JsonData> rows) {
        Set<String> staying = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        List<String> open = List.of(id);
        for (int link = 0; link < LONGEST_CHAIN && !open.isEmpty(); link++) {
            List<String> next = new ArrayList<>();
            for (String candidate : open) {
                if (!seen.add(candidate)) {
                    continue;
                }
                JsonData row = rows.get(candidate);
                List<String> named =
                        row == null || row.optionalText("shutdown").isEmpty() ? List.of() : row.texts("replacements");
                if (named.isEmpty()) {
                    staying.add(candidate);
                } else {
                    next.addAll(row.optionalText("final").map(List::of).orElse(named));
                }
            }
            open = next;
        }
        return staying;
    }
}
