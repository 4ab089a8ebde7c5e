package dev.keyguard.usage;

import dev.keyguard.sdk.Library;
import dev.keyguard.source.Module;
import dev.keyguard.source.Scope;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Value;
import java.util.List;
import java.util.Locale;

/**
 * Properties by which a configuration says whose models a framework is to use, where several could serve:
 * {@code spring.ai.model.embedding=ollama}, {@code quarkus.langchain4j.embedding-model.provider=…}.
 */
record Selections(List<Selection> all) {
    /** Which of a framework's libraries serves an operation. */
    record Selection(String client, String property, String operation) {}

    /** Whether the module's configuration gives that operation to something else than the library. */
    boolean exclude(Library library, String operation, Module module, Linker linker) {
        return all.stream()
                .filter(s ->
                        s.client().equals(library.client()) && s.operation().equals(operation))
                .map(s -> linker.property(s.property(), module, Scope.MAIN).stream()
                        .filter(Value.Known.class::isInstance)
                        .map(value -> ((Value.Known) value).text())
                        .toList())
                .anyMatch(chosen -> !chosen.isEmpty() && chosen.stream().noneMatch(name -> isOf(library, name)));
    }

    /** The frameworks call their libraries by the end of the artifact's name, at times by its beginning only. */
    private static boolean isOf(Library library, String name) {
        String wanted = letters(name);
        String id = letters(library.id().replaceFirst("^(" + library.client() + "|langchain4j|-)+", ""));
        return !wanted.isEmpty() && (id.startsWith(wanted) || wanted.startsWith(id));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
