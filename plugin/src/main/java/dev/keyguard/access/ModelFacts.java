package dev.keyguard.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the model table bundled with keyguard says about an id.
 *
 * @param kind         {@code chat}, {@code responses-only}, {@code embedding}, {@code image}, … as the table spells it
 * @param replacements what the provider names, newest first, each followed to one that is still there
 */
public record ModelFacts(
        String id,
        String kind,
        Optional<LocalDate> announced,
        Optional<LocalDate> shutdown,
        List<String> replacements) {}
