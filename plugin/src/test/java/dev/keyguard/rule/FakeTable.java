package dev.keyguard.rule;

import dev.keyguard.access.ModelFacts;
import dev.keyguard.access.ModelTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A small model table. */
public final class FakeTable implements ModelTable {
    private static final Map<String, Set<String>> ANSWERS = Map.of(
            "chat", Set.of("chat", "responses"),
            "responses-only", Set.of("responses"),
            "embedding", Set.of("embedding"),
            "image", Set.of("image"));

    private final Map<String, ModelFacts> facts = new TreeMap<>();

    /** Adds a model that stays. */
    public FakeTable with(String id, String kind) {
        facts.put(id, new ModelFacts(id, kind, Optional.empty(), Optional.empty(), List.of()));
        return this;
    }

    /** Adds a model that goes or went. */
    public FakeTable going(String id, String kind, String shutdown, String... replacements) {
        facts.put(
                id,
                new ModelFacts(
                        id,
                        kind,
                        Optional.of(LocalDate.parse("2025-01-01")),
                        Optional.of(LocalDate.parse(shutdown)),
                        Arrays.asList(replacements)));
        return this;
    }

    @Override
    public LocalDate date() {
        return LocalDate.parse("2026-11-20");
    }

    @Override
    public Optional<ModelFacts> find(String id) {
        return Optional.ofNullable(facts.get(id));
    }

    @Override
    public Collection<String> ids() {
        return facts.keySet();
    }

    @Override
    public Optional<Boolean> answers(String kind, String operation) {
        return Optional.ofNullable(ANSWERS.get(kind)).map(operations -> operations.contains(operation));
    }
}
