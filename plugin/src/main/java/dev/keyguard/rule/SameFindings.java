package dev.keyguard.rule;

import dev.keyguard.value.Hop;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Findings that say the same of the same place, each for a client of its own, are one to people: the first, with the ways
 * that the value goes in all of them.
 */
final class SameFindings {
    private final Map<Finding, Finding> found = new LinkedHashMap<>();

    static List<Finding> joined(List<Finding> findings) {
        SameFindings same = new SameFindings();
        findings.forEach(same::add);
        return List.copyOf(same.found.values());
    }

    private void add(Finding finding) {
        found.merge(told(finding), finding, SameFindings::join);
    }

    /** All that people are told. */
    private static Finding told(Finding f) {
        return with(f, Optional.empty(), List.of());
    }

    private static Finding join(Finding first, Finding other) {
        Set<Hop> hops = new LinkedHashSet<>(first.trail());
        hops.addAll(other.trail());
        return with(first, first.reference(), List.copyOf(hops));
    }

    private static Finding with(Finding f, Optional<String> reference, List<Hop> trail) {
        return new Finding(
                f.rule(),
                f.severity(),
                f.message(),
                f.place(),
                trail,
                reference,
                f.model(),
                f.fix(),
                f.suppressed(),
                f.module(),
                f.scope());
    }
}
