package dev.keyguard.maven;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How parameters spell a duration: {@code 500ms}, {@code 10s}, {@code 5m}, {@code 1h}, {@code 30d} or ISO-8601. */
final class TimeSpan {
    private TimeSpan() {}

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)?");

    /**
     * Reads a duration of zero or more.
     *
     * @param parameter the parameter's name, for the message
     * @param unit      of a bare number
     */
    static Duration of(String parameter, String text, String unit) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = SHORT.matcher(lower);
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2) == null ? unit : matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        }
        try {
            Duration iso = Duration.parse(text.strip());
            if (!iso.isNegative()) {
                return iso;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new BadParameterException(
                parameter + " is \"" + text + "\", which is no duration. Write for example 10s, 5m, 1h or 30d.");
    }
}
