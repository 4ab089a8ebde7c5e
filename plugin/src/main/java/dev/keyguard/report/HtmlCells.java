package dev.keyguard.report;

import dev.keyguard.access.Access;
import dev.keyguard.report.HtmlMatrix.Cell;
import dev.keyguard.usage.Reference;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a key may do with a model, in a word and a colour. */
record HtmlCells(Report report, Ends ends, LocalDate today) {
    Cell of(Reference reference) {
        if (report.access().isEmpty()) {
            return new Cell("unknown", "?", "not asked", "scan asks nobody", true);
        }
        Access access = report.access().get().accessOf(reference);
        String title = Inert.of(access.reason());
        if (access instanceof Access.Available available) {
            return available
                    .until()
                    .map(day -> new Cell("soon", "◔", "until " + day, title + left(day), true))
                    .orElseGet(() -> new Cell("good", "✓", "available", title, true));
        }
        if (access instanceof Access.Unavailable unavailable) {
            Optional<LocalDate> since = unavailable.since();
            String label = switch (unavailable.cause()) {
                case SHUT_DOWN -> "shut down" + since.map(day -> " " + day).orElse("");
                case NOT_ACCESSIBLE -> "refused";
                case NOT_KNOWN -> "no such model";
                case KEY_REFUSED -> "key refused";
                case WRONG_OPERATION -> "wrong operation";
            };
            return new Cell("bad", "✗", label, title, true);
        }
        return ends.of(reference, access)
                .filter(day -> day.isAfter(today))
                .map(day ->
                        new Cell("soon", "?", "ends " + day, "announced; whether the key may use it: " + title, true))
                .orElseGet(() -> new Cell("unknown", "?", "unknown", title, true));
    }

    private String left(LocalDate last) {
        return " (" + ChronoUnit.DAYS.between(today, last.plusDays(1)) + " days left)";
    }
}
