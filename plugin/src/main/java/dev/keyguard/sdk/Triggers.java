package dev.keyguard.sdk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Derives the byte patterns by which the walk finds the code files worth parsing at once.
 *
 * <p>Found is every file that
 * <ul>
 *   <li>imports, declares or spells out a package of a library with a provider of its own;
 *   <li>names a class through which a model, key or endpoint enters, of a provider-neutral library or of a package
 *       that is not the library's own ({@code KeyCredential} of azure-core);
 *   <li>reads a variable or system property that a library reads by itself, or a conventional key variable;
 *   <li>spells a configuration property of the catalogue (its first two segments);
 *   <li>spells an OpenAI or Azure host, the path of an operation, or a JSON member {@code "model"};
 *   <li>holds the marker of an OpenAI key.
 * </ul>
 *
 * <p>Not found, and left to the linker's follow-up search by name: a constants class that holds nothing but an id
 * ({@code FAST = "gpt-4o-mini"}), a class that passes a model on through the project's own types only, a base URL of
 * another provider in a class of its own, a request record with a field {@code model} and no string of that name, and
 * names put together at run time. None of them is a use by itself; each is reached from the file that is one.
 *
 * <p>Model ids ({@code gpt-}) are no triggers: they occur in price tables, labels and comments three times as often as
 * in uses, and a use needs one of the above.
 */
final class Triggers {
    /** Shorter patterns hit too much; the search may rely on this length. */
    static final int SHORTEST = 5;

    private static final Set<Role> ENTERING = EnumSet.of(
            Role.MODEL, Role.KEY, Role.ADMIN_KEY, Role.BASE_URL, Role.ORGANIZATION, Role.PROJECT, Role.PROVIDER);

    /** So many variable names that begin or end alike are found by what they share: one pattern for all. */
    private static final int MANY = 8;

    /** What stands behind a variable's name in a text: its end, a placeholder's end or default, an assignment. */
    private static final List<String> NAME_ENDS = List.of("\"", "'", "\\\"", "}", ":", "=");

    private final Set<String> wanted = new TreeSet<>();
    private final Set<String> variables = new TreeSet<>();

    private Triggers() {}

    static Set<String> of(Collection<Library> libraries, RawHttp http, Services services, KeyShapes keys) {
        Triggers triggers = new Triggers();
        libraries.forEach(triggers::library);
        libraries.stream()
                .flatMap(library -> library.entryPoints().stream())
                .filter(Triggers::neutral)
                .map(EntryPoint::className)
                .distinct()
                .filter(name -> !holdsOne(name, triggers.wanted))
                .forEach(name -> triggers.wanted.add(outerSimpleName(name)));
        services.allKeyNames().forEach(triggers.variables::add);
        triggers.share();
        triggers.wanted.addAll(http.triggers());
        triggers.wanted.addAll(keys.markers());
        return triggers.minimal();
    }

    private void library(Library library) {
        if (library.service().isPresent() || library.entryPoints().stream().noneMatch(Triggers::neutral)) {
            // without the last dot: a package declaration and a wildcard import have none
            library.packages().forEach(name -> wanted.add(name.substring(0, name.length() - 1)));
        } else {
            library.entryPoints().stream()
                    .filter(Triggers::neutral)
                    .forEach(entry -> wanted.add(outerSimpleName(entry.className())));
        }
        library.implicitNames()
                .forEach(name -> (name.via() == ImplicitName.Via.ENVIRONMENT ? variables : wanted).add(name.name()));
        library.properties().forEach(property -> wanted.add(firstSegments(property.name())));
    }

    /**
     * Adds the variables by name, {@code OPENAI_} for the many that begin so, and {@code _API_KEY} at the end of a name in
     * a text: as the end of a constant's name it is as often a protocol's.
     */
    private void share() {
        Map<String, Integer> beginnings = new HashMap<>();
        Map<String, Integer> endings = new HashMap<>();
        for (String name : variables) {
            beginnings.merge(beginning(name), 1, Integer::sum);
            endings.merge(ending(name), 1, Integer::sum);
        }
        wanted.addAll(variables);
        many(beginnings).forEach(wanted::add);
        many(endings).forEach(ending -> NAME_ENDS.forEach(end -> wanted.add(ending + end)));
    }

    private static Stream<String> many(Map<String, Integer> parts) {
        return parts.entrySet().stream()
                .filter(part -> part.getValue() >= MANY && part.getKey().length() > SHORTEST)
                .map(Map.Entry::getKey);
    }

    private static String beginning(String variable) {
        return variable.substring(0, variable.indexOf('_') + 1);
    }

    private static String ending(String variable) {
        int last = variable.lastIndexOf('_');
        int before = variable.lastIndexOf('_', last - 1);
        return before <= 0 ? "" : variable.substring(before);
    }

    private static boolean neutral(EntryPoint entry) {
        return ENTERING.contains(entry.role());
    }

    /** {@code ChatOptions} of {@code org.springframework.ai.chat.prompt.ChatOptions.Builder}. */
    private static String outerSimpleName(String className) {
        for (String segment : className.split("\\.")) {
            if (Character.isUpperCase(segment.charAt(0))) {
                return segment;
            }
        }
        return className;
    }

    private static String firstSegments(String property) {
        int first = property.indexOf('.');
        int second = first < 0 ? -1 : property.indexOf('.', first + 1);
        return second < 0 ? property : property.substring(0, second);
    }

    /** Without the patterns that hold another one: the shorter are judged first, so that few comparisons remain. */
    private Set<String> minimal() {
        List<String> byLength = new ArrayList<>(wanted);
        byLength.sort(Comparator.comparingInt(String::length));
        List<String> kept = new ArrayList<>();
        for (String candidate : byLength) {
            if (candidate.length() >= SHORTEST && !holdsOne(candidate, kept)) {
                kept.add(candidate);
            }
        }
        return Set.copyOf(kept);
    }

    private static boolean holdsOne(String text, Iterable<String> patterns) {
        for (String pattern : patterns) {
            if (text.contains(pattern)) {
                return true;
            }
        }
        return false;
    }
}
