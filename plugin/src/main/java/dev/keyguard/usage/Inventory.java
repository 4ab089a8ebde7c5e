package dev.keyguard.usage;

import dev.keyguard.source.Problem;
import dev.keyguard.source.SuppressionComment;
import java.util.List;

/**
 * What the code uses. Deterministic for the same tree, configuration and keyguard.
 *
 * @param references  sorted
 * @param keys        sorted
 * @param notes       sorted by place
 * @param problems    files and parts that could not be read
 * @param suppressions every {@code keyguard:ignore} comment
 * @param annotations {@code @SuppressWarnings("keyguard:…")} and {@code @SuppressKeyguard}: what they cover
 * @param filesSeen   files the walk found
 * @param filesParsed files that became facts
 */
public record Inventory(
        List<Reference> references,
        List<KeyUse> keys,
        List<ConfigurationNote> notes,
        List<Problem> problems,
        List<SuppressionComment> suppressions,
        List<SuppressedRegion> annotations,
        int filesSeen,
        int filesParsed) {
    /** Whether there is nothing that a rule could speak of. */
    public boolean isEmpty() {
        return references.isEmpty()
                && keys.isEmpty()
                && notes.isEmpty()
                && problems.isEmpty()
                && suppressions.isEmpty()
                && annotations.isEmpty();
    }

    /** Lines of a file that an annotation covers; {@code rule} empty for all rules. */
    public record SuppressedRegion(
            String file, int firstLine, int lastLine, String rule, String reason, int annotationLine) {}
}
