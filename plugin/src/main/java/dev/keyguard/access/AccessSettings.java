package dev.keyguard.access;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How providers are asked.
 *
 * @param offline        Maven's {@code -o}: no request leaves
 * @param refresh        Maven's {@code -U}: kept lists do not count
 * @param probe          whether models may be asked with a real, cheapest request (opt-in)
 * @param admin          whether an admin key may be used to ask why a model is refused (opt-in)
 * @param timeout        for one question, everything together
 * @param cacheTtl       how long a kept list stands for a live one
 * @param lockMaxAge     how old a lock file's list, or a kept list in its place, may be
 * @param cacheDirectory private to the user; absent: nothing is kept
 * @param lockFile       {@code keyguard.lock.json}, whether it is there or not; absent: none
 * @param services       endpoints the user named
 * @param keys           where this build takes keys from
 * @param today          the day that shutdown days are compared with
 * @param toolVersion    keyguard's, for the lock file
 * @param clock          for ages
 */
public record AccessSettings(
        Online online,
        boolean offline,
        boolean refresh,
        boolean probe,
        boolean admin,
        Duration timeout,
        Duration cacheTtl,
        Duration lockMaxAge,
        Optional<Path> cacheDirectory,
        Optional<Path> lockFile,
        List<ServiceEntry> services,
        List<KeyEntry> keys,
        LocalDate today,
        String toolVersion,
        Clock clock) {
    /** The same, with no kept list standing for a live one. */
    AccessSettings refreshed() {
        return new AccessSettings(
                online,
                offline,
                true,
                probe,
                admin,
                timeout,
                cacheTtl,
                lockMaxAge,
                cacheDirectory,
                lockFile,
                services,
                keys,
                today,
                toolVersion,
                clock);
    }

    /** Whether requests may leave. */
    boolean mayAsk() {
        return online != Online.NEVER && !offline;
    }
}
