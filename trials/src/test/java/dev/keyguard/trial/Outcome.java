package dev.keyguard.trial;

import dev.keyguard.report.Report;
import dev.keyguard.usage.Inventory;
import java.util.List;

/** What is compared: everything but where exactly it stands. */
record Outcome(List<String> references, List<String> keys, List<String> findings) {
    static Outcome of(Report report) {
        Inventory inventory = report.inventory();
        return new Outcome(
                inventory.references().stream()
                        .map(r -> String.join(
                                " ",
                                r.place().file(),
                                r.model().orElse("?"),
                                r.origin().toString(),
                                r.client(),
                                r.operation(),
                                r.endpoint().service(),
                                r.key().name().orElse("-"),
                                r.scope().label()))
                        .sorted()
                        .toList(),
                inventory.keys().stream()
                        .map(k -> k.place().file() + " " + k.name() + " " + k.via())
                        .sorted()
                        .toList(),
                report.findings().stream()
                        .map(f -> String.join(
                                " ",
                                f.place().file(),
                                f.rule(),
                                f.severity().toString(),
                                f.model().orElse("-"),
                                f.fix().replacement().orElse("-")))
                        .sorted()
                        .toList());
    }

    /** Without the file a value is written in and how it is spelt there: what a use gets. */
    List<String> meanings() {
        return references.stream()
                .map(r -> {
                    String[] parts = r.split(" ");
                    return String.join(" ", parts[1], parts[3], parts[4], parts[5], parts[6], parts[7]);
                })
                .sorted()
                .toList();
    }
}
