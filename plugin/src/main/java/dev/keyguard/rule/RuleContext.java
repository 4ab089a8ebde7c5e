package dev.keyguard.rule;

import dev.keyguard.access.AccessBook;
import dev.keyguard.access.ModelTable;
import dev.keyguard.usage.Inventory;
import java.time.LocalDate;

/**
 * All a rule may look at.
 *
 * @param today      the day that shutdown dates are compared with
 * @param failWithin days before a shutdown that already count as an error
 * @param required   whether {@code online=required}: then a missing key and every unknown are errors
 */
public record RuleContext(
        Inventory inventory, AccessBook access, ModelTable models, LocalDate today, int failWithin, boolean required) {}
