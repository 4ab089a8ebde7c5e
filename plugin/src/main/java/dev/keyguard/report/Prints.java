package dev.keyguard.report;

import dev.keyguard.rule.Digest;
import dev.keyguard.rule.Finding;
import dev.keyguard.rule.Fingerprints;
import dev.keyguard.rule.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names for findings that outlive moved lines; equal ones are numbered. */
final class Prints {
    private Prints() {}

    /** One for each finding, in their order, no two alike. */
    static List<String> of(Report report, List<Finding> findings, SourceText text) {
        Fingerprints fingerprints = new Fingerprints(report.inventory(), text);
        Map<String, Integer> seen = new HashMap<>();
        List<String> prints = new ArrayList<>();
        for (Finding finding : findings) {
            String print = fingerprints.of(finding).joined();
            prints.add(Digest.of(print + "\u0000" + seen.merge(print, 1, Integer::sum)));
        }
        return prints;
    }
}
