package dev.keyguard.report;

import dev.keyguard.access.Access;
import java.time.LocalDate;
import java.util.Optional;

/** Access in the words of reports. */
final class AccessText {
    private AccessText() {}

    /** {@code available}, {@code unavailable} or {@code unknown}. */
    static String state(Access access) {
        if (access instanceof Access.Available) {
            return "available";
        }
        return access instanceof Access.Unavailable ? "unavailable" : "unknown";
    }

    /** The last day it may be used. */
    static Optional<LocalDate> until(Access access) {
        return access instanceof Access.Available available ? available.until() : Optional.empty();
    }
}
