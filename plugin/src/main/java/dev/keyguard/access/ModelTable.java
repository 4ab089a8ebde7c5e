package dev.keyguard.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** The ids, kinds, dates and replacements of OpenAI's models that are bundled with keyguard. */
public interface ModelTable {
    /** The day the table was made. */
    LocalDate date();

    /** What it knows about an id; a fine-tune ({@code ft:base:…}) has its base model's facts under its own id. */
    Optional<ModelFacts> find(String id);

    /** All ids, sorted. */
    Collection<String> ids();

    /** Whether a model of that kind answers that operation; empty where the table does not say. */
    Optional<Boolean> answers(String kind, String operation);
}
