package dev.keyguard.report;

import dev.keyguard.access.AccessBook;
import dev.keyguard.usage.Reference;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The shutdowns that hit this project, the next one first; those that were, before. */
record HtmlTimeline(List<Event> events) {
    private static final long HORIZON = 365;

    /**
     * A model's end.
     *
     * @param width of the bar, in per cent: days left within a year
     */
    record Event(String model, String day, String when, String kind, long width, String uses, String replacement) {}

    boolean any() {
        return !events.isEmpty();
    }

    static HtmlTimeline of(Report report, Ends ends, LocalDate today) {
        Optional<AccessBook> book = report.access();
        if (book.isEmpty()) {
            return new HtmlTimeline(List.of());
        }
        record End(LocalDate day, String model) {}
        Map<End, List<Reference>> byEnd = report.inventory().references().stream()
                .filter(r -> r.model().isPresent()
                        && ends.of(r, book.get().accessOf(r)).isPresent())
                .collect(Collectors.groupingBy(
                        r -> new End(
                                ends.of(r, book.get().accessOf(r)).orElseThrow(),
                                r.model().orElseThrow()),
                        () -> new TreeMap<>(Comparator.comparing(End::day).thenComparing(End::model)),
                        Collectors.toList()));
        Map<String, String> replacements = report.findings().stream()
                .filter(f -> f.model().isPresent() && f.fix().replacement().isPresent())
                .collect(Collectors.toMap(
                        f -> f.model().orElseThrow(), f -> f.fix().replacement().orElseThrow(), (a, b) -> a));
        List<Event> events = byEnd.entrySet().stream()
                .map(e -> event(
                        e.getKey().day(),
                        e.getKey().model(),
                        e.getValue().size(),
                        Optional.ofNullable(replacements.get(e.getKey().model())),
                        today))
                .toList();
        return new HtmlTimeline(events);
    }

    private static Event event(LocalDate day, String model, int uses, Optional<String> replacement, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        String when = days <= 0 ? "gone for " + HtmlPage.plural(-days, "day") : "in " + HtmlPage.plural(days, "day");
        String kind = days <= 0 ? "bad" : "soon";
        long width = days <= 0 ? 0 : Math.max(2, Math.min(100, days * 100 / HORIZON));
        return new Event(
                Inert.of(model),
                day.toString(),
                when,
                kind,
                width,
                HtmlPage.plural(uses, "place"),
                replacement.map(Inert::of).orElse(""));
    }
}
