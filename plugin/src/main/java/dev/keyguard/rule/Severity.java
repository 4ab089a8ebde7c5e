package dev.keyguard.rule;

import java.util.Locale;

/** How bad a finding is, worst first. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /** One step lower; {@code INFO} stays. */
    public Severity lower() {
        return this == ERROR ? WARNING : INFO;
    }

    /** The name used in reports and parameters. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
