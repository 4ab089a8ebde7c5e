package dev.keyguard.maven;

import dev.keyguard.rule.Severity;

/** The least severity that fails a build. */
enum FailOn {
    ERROR,
    WARNING,
    NEVER;

    /** Whether a finding of that severity fails the build. */
    boolean fails(Severity severity) {
        return switch (this) {
            case ERROR -> severity == Severity.ERROR;
            case WARNING -> severity != Severity.INFO;
            case NEVER -> false;
        };
    }
}
