package dev.keyguard.source;

/** Whether a file ships ({@code MAIN}) or only tests ({@code TEST}). */
public enum Scope {
    MAIN,
    TEST;

    /** The name used in reports: {@code main} or {@code test}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
