package dev.keyguard.access;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;

/**
 * A list that was got earlier.
 *
 * @param source {@code CACHE} or {@code LOCK}
 * @param when   the provider was asked
 */
record KnownList(
        AccessAnswer.Source source, Instant when, SortedMap<String, ModelEntry> models, ProviderProfile profile) {
    boolean youngerThan(Duration age, Instant now) {
        return Duration.between(when, now).compareTo(age) <= 0;
    }

    /** «3 days old», «4 minutes old». */
    String age(Instant now) {
        Duration age = Duration.between(when, now);
        if (age.toDays() > 0) {
            return age.toDays() == 1 ? "1 day old" : age.toDays() + " days old";
        }
        if (age.toHours() > 0) {
            return age.toHours() == 1 ? "1 hour old" : age.toHours() + " hours old";
        }
        return age.toMinutes() <= 1 ? "just got" : age.toMinutes() + " minutes old";
    }
}
