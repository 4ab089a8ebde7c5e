package dev.keyguard.report;

import dev.keyguard.access.Access;
import dev.keyguard.usage.Reference;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Models against keys: what each may use, until when. */
record HtmlMatrix(List<Column> columns, List<Row> rows, long dynamic) {
    private static final List<String> WORST = List.of("bad", "soon", "unknown", "good");

    /** A key at a service. */
    record Column(String key, String service) {}

    /** A model; {@code kind} is its worst cell's. */
    record Row(String model, String kind, long uses, List<Cell> cells) {}

    /** What the key may do with the model; empty where the code does not use them together. */
    record Cell(String kind, String mark, String label, String title, boolean used) {
        private static final Cell NONE = new Cell("none", "", "", "", false);
    }

    static HtmlMatrix of(Report report, Ends ends, LocalDate today) {
        List<Reference> known = report.inventory().references().stream()
                .filter(r -> r.model().isPresent())
                .toList();
        TreeSet<Column> columns = known.stream()
                .map(HtmlMatrix::column)
                .collect(Collectors.toCollection(() ->
                        new TreeSet<>(Comparator.comparing(Column::service).thenComparing(Column::key))));
        Map<String, List<Reference>> models = known.stream()
                .collect(Collectors.groupingBy(r -> r.model().orElseThrow(), TreeMap::new, Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        models.forEach((model, uses) -> {
            List<Cell> cells = columns.stream()
                    .map(column -> uses.stream()
                            .filter(r -> column(r).equals(column))
                            .map(r -> cell(r, report, ends, today))
                            .min(Comparator.comparingInt(c -> WORST.indexOf(c.kind())))
                            .orElse(Cell.NONE))
                    .toList();
            String worst = cells.stream()
                    .map(Cell::kind)
                    .filter(WORST::contains)
                    .min(Comparator.comparingInt(WORST::indexOf))
                    .orElse("unknown");
            rows.add(new Row(Inert.of(model), worst, uses.size(), cells));
        });
        rows.sort(Comparator.<Row>comparingInt(r -> WORST.indexOf(r.kind())).thenComparing(Row::model));
        return new HtmlMatrix(
                List.copyOf(columns), rows, report.inventory().references().size() - known.size());
    }

    /** Number of models whose worst cell is of that kind. */
    long models(String kind) {
        return rows.stream().filter(row -> row.kind().equals(kind)).count();
    }

    private static Column column(Reference reference) {
        return new Column(
                Inert.of(reference.key().name().orElse("no key found")),
                Inert.of(reference.endpoint().service()));
    }

    private static Cell cell(Reference reference, Report report, Ends ends, LocalDate today) {
        if (report.access().isEmpty()) {
            return new Cell("unknown", "?", "not asked", "scan asks nobody", true);
        }
        Access access = report.access().get().accessOf(reference);
        String title = Inert.of(access.reason());
        if (access instanceof Access.Available available) {
            return available
                    .until()
                    .map(day -> new Cell("soon", "◔", "until " + day, title + left(today, day), true))
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

    private static String left(LocalDate today, LocalDate last) {
        return " (" + ChronoUnit.DAYS.between(today, last.plusDays(1)) + " days left)";
    }
}
