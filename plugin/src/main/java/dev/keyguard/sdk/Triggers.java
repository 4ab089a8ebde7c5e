package dev.keyguard.sdk;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Derives the byte patterns by which the walk finds the code files worth parsing at once.
 *
 * <p>Found is every file that
 * <ul>
 *   <li>imports, declares or spells out a package of a library with a provider of its own;
 *   <li>names a class of a provider-neutral library through which a model, key or endpoint enters;
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

    private final Set<String> wanted = new TreeSet<>();

    private Triggers() {}

    static Set<String> of(Collection<Library> libraries, RawHttp http, Services services, KeyShapes keys) {
        Triggers triggers = new Triggers();
        libraries.forEach(triggers::library);
        services.allKeyNames().forEach(triggers.wanted::add);
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
        library.implicitNames().forEach(name -> wanted.add(name.name()));
        library.properties().forEach(property -> wanted.add(firstSegments(property.name())));
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

    /** Without the patterns that hold another one. */
    private Set<String> minimal() {
        Set<String> result = new TreeSet<>();
        for (String candidate : wanted) {
            boolean covered = wanted.stream()
                    .anyMatch(other ->
                            !other.equals(candidate) && other.length() >= SHORTEST && candidate.contains(other));
            if (candidate.length() >= SHORTEST && !covered) {
                result.add(candidate);
            }
        }
        return Set.copyOf(result);
    }
}
