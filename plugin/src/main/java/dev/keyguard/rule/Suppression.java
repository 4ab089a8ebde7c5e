package dev.keyguard.rule;

import dev.keyguard.source.Place;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Something that keeps findings from counting.
 *
 * @param by     {@code comment}, {@code annotation} or {@code file}
 * @param place  where it is written
 * @param rules  the rules it speaks of; empty for all
 * @param covers whether it holds for that finding, whatever its rule
 */
record Suppression(
        String by,
        Place place,
        Set<String> rules,
        String reason,
        Optional<LocalDate> until,
        Predicate<Finding> covers) {
    boolean holdsFor(Finding finding) {
        return (rules.isEmpty() || rules.contains(finding.rule())) && covers.test(finding);
    }

    boolean expired(LocalDate today) {
        return until.filter(today::isAfter).isPresent();
    }

    Finding.Suppressed why() {
        return new Finding.Suppressed(by, reason, until);
    }
}
