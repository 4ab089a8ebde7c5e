package dev.keyguard.report;

import dev.keyguard.rule.BadSettingException;
import java.util.Locale;

/** From which severity on findings fail the build. */
public enum FailOn {
    ERROR,
    WARNING,
    NEVER;

    /**
     * Reads the parameter {@code failOn}.
     *
     * @throws BadSettingException for anything else
     */
    public static FailOn parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "error" -> ERROR;
            case "warning" -> WARNING;
            case "never" -> NEVER;
            default -> throw new BadSettingException("failOn=" + text + ": use error, warning or never");
        };
    }

    boolean fails(long errors, long warnings) {
        return switch (this) {
            case ERROR -> errors > 0;
            case WARNING -> errors + warnings > 0;
            case NEVER -> false;
        };
    }
}
