package dev.keyguard.maven;

import dev.keyguard.access.Access;
import dev.keyguard.access.AccessAnswer;
import dev.keyguard.access.AccessBook;
import dev.keyguard.access.ModelEntry;
import dev.keyguard.access.ModelFacts;
import dev.keyguard.access.ModelTable;
import dev.keyguard.usage.Inventory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The goal {@code models}: what each key may use, until when, and what of it the code uses. */
record ModelsText(Inventory inventory, AccessBook book, ModelTable table) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Map<AccessAnswer, Map<String, Access>> used = new HashMap<>();
        inventory.references().stream()
                .filter(reference -> reference.model().isPresent())
                .forEach(reference -> book.answerFor(reference)
                        .ifPresent(answer -> used.computeIfAbsent(answer, key -> new TreeMap<>())
                                .merge(
                                        reference.model().orElseThrow(),
                                        book.accessOf(reference),
                                        (a, b) -> a instanceof Access.Available ? b : a)));
        for (AccessAnswer answer : book.answers()) {
            lines.add(answer.key() + " at " + (answer.baseUrl().isEmpty() ? answer.service() : answer.baseUrl()) + " ("
                    + answer.source().label() + "): " + answer.detail());
            answer.notes().forEach(note -> lines.add("  " + note));
            Map<String, Access> models = used.getOrDefault(answer, Map.of());
            answer.models().values().forEach(entry -> lines.add(line(answer, entry, models.get(entry.id()))));
            models.forEach((id, access) -> {
                if (!answer.models().containsKey(id)) {
                    lines.add("  " + mark(access) + " " + id + "  used: " + access.reason());
                }
            });
        }
        if (book.answers().isEmpty()) {
            lines.add("keyguard: no key was found that could be asked for "
                    + inventory.references().size() + " model references.");
        }
        return lines;
    }

    /** A model of the list; {@code access} is what the code may do with it, null if the code does not use it. */
    private String line(AccessAnswer answer, ModelEntry entry, Access access) {
        // the table speaks of OpenAI's own models alone
        Optional<LocalDate> until = entry.shutdown()
                .or(() -> answer.service().equals("openai")
                        ? table.find(entry.id()).flatMap(ModelFacts::shutdown)
                        : Optional.empty());
        String day = until.map(date -> "  until " + date).orElse("");
        if (access == null) {
            return "    " + entry.id() + day;
        }
        String why = access instanceof Access.Available ? "" : ": " + access.reason();
        return "  " + mark(access) + " " + entry.id() + day + "  used" + why;
    }

    private static String mark(Access access) {
        return access instanceof Access.Available ? "●" : access instanceof Access.Unavailable ? "✗" : "?";
    }
}
