package dev.keyguard.maven;

import java.util.List;

/** The goal {@code explain}. */
final class Explaining {
    private final Job job;
    private final Gate gate;

    Explaining(Job job, Gate gate) {
        this.job = job;
        this.gate = gate;
    }

    /** Everything about a model id. */
    List<String> model(String id) {
        return List.of(id + " " + job.root() + gate.failOn());
    }

    /** Everything about a rule. */
    List<String> rule(String id) {
        return List.of(id + " " + job.root() + gate.failOn());
    }
}
