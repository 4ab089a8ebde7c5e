package dev.keyguard.report;

import dev.keyguard.access.AccessBook;
import dev.keyguard.rule.Finding;
import dev.keyguard.usage.Inventory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything a run found out; what reporters write.
 *
 * @param toolVersion keyguard's version
 * @param inventory   what the code uses
 * @param access      absent for {@code scan}
 * @param findings    sorted: file, line, column, rule; suppressed ones included
 * @param summary     the verdict and its figures
 */
public record Report(
        String toolVersion, Inventory inventory, Optional<AccessBook> access, List<Finding> findings, Summary summary) {
    /** The outcome. */
    public enum Verdict {
        PASSED,
        FAILED,
        NOT_VERIFIED;

        /** The name used in reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Figures of a run. Counts leave suppressed findings out.
     *
     * @param seconds wall time
     * @param accepted findings of the baseline that are still there
     * @param gone entries of the baseline that nothing corresponds to any more
     * @param notVerified why access is not verified, one sentence for each cause; empty if it is
     */
    public record Summary(
            Verdict verdict,
            int errors,
            int warnings,
            int infos,
            int references,
            int dynamic,
            int filesSeen,
            int filesParsed,
            double seconds,
            int accepted,
            int gone,
            List<String> notVerified) {}
}
