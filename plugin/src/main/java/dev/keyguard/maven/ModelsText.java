package dev.keyguard.maven;

import dev.keyguard.access.AccessAnswer;
import dev.keyguard.access.AccessBook;
import dev.keyguard.access.ModelEntry;
import dev.keyguard.access.ModelFacts;
import dev.keyguard.access.ModelTable;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The goal {@code models}: what each key may use, until when, and what of it the code uses. */
record ModelsText(Inventory inventory, AccessBook book, ModelTable table) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Map<AccessAnswer, Set<String>> used = inventory.references().stream()
                .filter(reference -> reference.model().isPresent())
                .filter(reference -> book.answerFor(reference).isPresent())
                .collect(Collectors.groupingBy(
                        reference -> book.answerFor(reference).orElseThrow(),
                        Collectors.mapping(ModelsText::model, Collectors.toCollection(TreeSet::new))));
        for (AccessAnswer answer : book.answers()) {
            lines.add(answer.key() + " at " + (answer.baseUrl().isEmpty() ? answer.service() : answer.baseUrl()) + " ("
                    + answer.source().label() + "): " + answer.detail());
            Set<String> models = used.getOrDefault(answer, Set.of());
            answer.models().values().forEach(entry -> lines.add(line(entry, models.contains(entry.id()))));
            models.stream()
                    .filter(id -> answer.state() == AccessAnswer.State.LISTED
                            && !answer.models().containsKey(id))
                    .forEach(id -> lines.add("  ✗ " + id + "  used, not in the list"));
        }
        if (book.answers().isEmpty()) {
            lines.add("keyguard: no key was found that could be asked for "
                    + inventory.references().size() + " model references.");
        }
        return lines;
    }

    private String line(ModelEntry entry, boolean used) {
        Optional<LocalDate> until =
                entry.shutdown().or(() -> table.find(entry.id()).flatMap(ModelFacts::shutdown));
        return "  " + (used ? "● " : "  ") + entry.id()
                + until.map(day -> "  until " + day).orElse("")
                + (used ? "  used" : "");
    }

    private static String model(Reference reference) {
        return reference.model().orElseThrow();
    }
}
