package dev.keyguard.report;

import dev.keyguard.usage.Reference;
import java.util.List;

/** Every reference, as a table. */
record HtmlReferences(List<Row> rows) {
    /** One reference. */
    record Row(
            String model,
            String file,
            int line,
            String origin,
            String client,
            String operation,
            String key,
            String access,
            String scope) {}

    static HtmlReferences of(Report report) {
        return new HtmlReferences(report.inventory().references().stream()
                .map(reference -> row(reference, report))
                .toList());
    }

    private static Row row(Reference reference, Report report) {
        return new Row(
                Inert.of(reference.model().orElse("? " + reference.reason().orElse(""))),
                Inert.of(reference.place().file()),
                reference.place().line(),
                reference.origin().label(),
                Inert.of(reference.client()),
                Inert.of(reference.operation()),
                Inert.of(reference.key().name().orElse("")),
                report.access()
                        .map(book -> AccessText.state(book.accessOf(reference)))
                        .orElse(""),
                reference.scope().label());
    }
}
