package dev.keyguard.maven;

import java.util.List;

/** The goal {@code fix}. */
final class Fixing {
    private final Job job;
    private final Gate gate;

    Fixing(Job job, Gate gate) {
        this.job = job;
        this.gate = gate;
    }

    /** Edits, or with {@code dryRun} shows, and says what was done. */
    List<String> fix(boolean dryRun) {
        return List.of("keyguard: " + gate.judge().findings().size() + " findings in " + job.root());
    }
}
