package dev.keyguard.report;

import dev.keyguard.usage.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Models against keys, service by service: what each key may use, until when. */
record HtmlMatrix(List<Block> blocks, List<Unasked> rest, boolean open, long dynamic) {
    private static final List<String> WORST = List.of("bad", "soon", "unknown", "good");

    /** A service of which something is known: its keys are the columns. */
    record Block(String service, List<String> keys, List<Row> rows) {}

    /** A model; {@code kind} is its worst cell's. */
    record Row(String model, String kind, long uses, List<Cell> cells) {}

    /** What the key may do with the model; empty where the code does not use them together. */
    record Cell(String kind, String mark, String label, String title, boolean used) {
        private static final Cell NONE = new Cell("none", "", "", "", false);

        int rank() {
            return WORST.indexOf(kind);
        }
    }

    /** A model at a service that nobody asked and of which no announcement is known. */
    record Unasked(String model, String service, String key, long uses, String why) {}

    static HtmlMatrix of(Report report, Ends ends, LocalDate today) {
        List<Reference> known = report.inventory().references().stream()
                .filter(r -> r.model().isPresent())
                .toList();
        HtmlCells cells = new HtmlCells(report, ends, today);
        Map<String, List<Reference>> services = known.stream()
                .collect(Collectors.groupingBy(
                        r -> Inert.of(r.endpoint().service()), TreeMap::new, Collectors.toList()));
        List<Block> blocks = new ArrayList<>();
        List<Unasked> rest = new ArrayList<>();
        services.forEach((service, references) -> {
            if (references.stream().anyMatch(r -> !cells.of(r).kind().equals("unknown"))) {
                blocks.add(block(service, references, cells));
            } else {
                rest.addAll(unasked(service, references, cells));
            }
        });
        blocks.sort(Comparator.comparingInt(
                        (Block b) -> WORST.indexOf(b.rows().get(0).kind()))
                .thenComparing(Block::service));
        return new HtmlMatrix(
                List.copyOf(blocks),
                List.copyOf(rest),
                blocks.isEmpty(),
                report.inventory().references().size() - known.size());
    }

    /** Number of models, each at its service, whose worst cell is of that kind. */
    long models(String kind) {
        long asked = blocks.stream()
                .flatMap(block -> block.rows().stream())
                .filter(row -> row.kind().equals(kind))
                .count();
        return kind.equals("unknown") ? asked + unknown() : asked;
    }

    /** Number of models at services that nobody asked. */
    long unknown() {
        return rest.stream()
                .map(each -> each.service() + " " + each.model())
                .distinct()
                .count();
    }

    private static Block block(String service, List<Reference> references, HtmlCells cells) {
        List<String> keys = references.stream()
                .map(HtmlMatrix::key)
                .distinct()
                .sorted(Comparator.comparingLong((String key) -> -references.stream()
                                .filter(r -> key(r).equals(key))
                                .count())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Map<String, List<Reference>> models = references.stream()
                .collect(Collectors.groupingBy(r -> r.model().orElseThrow(), TreeMap::new, Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        models.forEach((model, uses) -> {
            List<Cell> row = keys.stream()
                    .map(key -> uses.stream()
                            .filter(r -> key(r).equals(key))
                            .map(cells::of)
                            .min(Comparator.comparingInt(Cell::rank))
                            .orElse(Cell.NONE))
                    .toList();
            String worst = row.stream()
                    .filter(Cell::used)
                    .min(Comparator.comparingInt(Cell::rank))
                    .map(Cell::kind)
                    .orElse("unknown");
            rows.add(new Row(Inert.of(model), worst, uses.size(), row));
        });
        rows.sort(Comparator.<Row>comparingInt(r -> WORST.indexOf(r.kind())).thenComparing(Row::model));
        return new Block(service.equals("unknown") ? "endpoint not known" : service, keys, rows);
    }

    private static List<Unasked> unasked(String service, List<Reference> references, HtmlCells cells) {
        record Line(String model, String key, String why) {}
        Map<Line, Long> lines = references.stream()
                .collect(Collectors.groupingBy(
                        r -> new Line(
                                Inert.of(r.model().orElseThrow()),
                                key(r),
                                cells.of(r).title()),
                        () -> new TreeMap<>(Comparator.comparing(Line::model)
                                .thenComparing(Line::key)
                                .thenComparing(Line::why)),
                        Collectors.counting()));
        return lines.entrySet().stream()
                .map(e -> new Unasked(
                        e.getKey().model(),
                        service,
                        e.getKey().key(),
                        e.getValue(),
                        e.getKey().why()))
                .toList();
    }

    private static String key(Reference reference) {
        return Inert.of(reference.key().name().orElse("no key found"));
    }
}
