package dev.keyguard.sdk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The catalogue as its data files describe it, one a client library. */
public final class JsonCatalogue implements Catalogue {
    private final List<Library> libraries;
    private final Map<String, Library> byId = new HashMap<>();
    private final Map<String, List<EntryPoint>> byMethod = new HashMap<>();
    private final Map<String, List<EntryPoint>> byClassMethod = new HashMap<>();
    private final Map<String, String> factories = new HashMap<>();
    private final Map<String, Set<String>> supertypes = new HashMap<>();
    private final Map<String, String> constants = new HashMap<>();
    private final Map<String, Set<String>> bySimpleName = new HashMap<>();
    private final Set<String> classes = new HashSet<>();
    private final Set<String> accessors = new HashSet<>();
    private final Set<String> wrappers = new HashSet<>();
    private final Map<String, Library> byPackage = new HashMap<>();
    private final PropertyIndex properties;
    private final Set<String> triggers;

    JsonCatalogue(Collection<Library> libraries) {
        this.libraries =
                libraries.stream().sorted(Comparator.comparing(Library::id)).toList();
        this.libraries.forEach(this::add);
        this.properties = new PropertyIndex(
                this.libraries.stream().flatMap(l -> l.properties().stream()).toList());
        this.triggers = Triggers.of(this.libraries, RawHttp.bundled(), Services.bundled(), KeyShapes.bundled());
    }

    /**
     * The libraries that come with keyguard.
     *
     * @throws IllegalStateException if a data file in keyguard's jar is missing or malformed
     */
    public static JsonCatalogue bundled() {
        return new JsonCatalogue(
                LibraryFile.ids().stream().map(LibraryFile::read).toList());
    }

    private void add(Library library) {
        byId.put(library.id(), library);
        for (EntryPoint entry : library.entryPoints()) {
            byMethod.computeIfAbsent(entry.method(), m -> new ArrayList<>()).add(entry);
            byClassMethod
                    .computeIfAbsent(key(entry.className(), entry.method()), k -> new ArrayList<>())
                    .add(entry);
            know(entry.className());
        }
        factories.putAll(library.factories());
        library.factories().forEach((method, result) -> {
            know(owner(method));
            know(result);
        });
        library.supertypes().forEach((type, parents) -> {
            supertypes.computeIfAbsent(type, t -> new LinkedHashSet<>()).addAll(parents);
            know(type);
            parents.forEach(this::know);
        });
        constants.putAll(library.constants());
        library.constants().keySet().forEach(constant -> know(owner(constant)));
        accessors.addAll(library.accessors());
        wrappers.addAll(library.wrappers());
        library.wrappers().forEach(wrapper -> know(owner(wrapper)));
        library.packages().forEach(name -> byPackage.putIfAbsent(name, library));
    }

    private void know(String className) {
        if (classes.add(className)) {
            String simpleName = className.substring(className.lastIndexOf('.') + 1);
            bySimpleName.computeIfAbsent(simpleName, n -> new TreeSet<>()).add(className);
        }
    }

    @Override
    public Collection<Library> libraries() {
        return libraries;
    }

    @Override
    public Optional<Library> library(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<EntryPoint> entryPoints(String method) {
        return Collections.unmodifiableList(byMethod.getOrDefault(method, List.of()));
    }

    /** What a class declares itself hides what it inherits. */
    @Override
    public List<EntryPoint> entryPoints(String className, String method) {
        for (String type : lineage(className)) {
            List<EntryPoint> own = byClassMethod.get(key(type, method));
            if (own != null) {
                return Collections.unmodifiableList(own);
            }
        }
        return List.of();
    }

    @Override
    public Optional<String> resultOf(String className, String method) {
        for (String type : lineage(className)) {
            String result = factories.get(type + "." + method);
            if (result != null) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }

    /** The class and what it inherits from, nearest first. */
    private Collection<String> lineage(String className) {
        if (!supertypes.containsKey(className)) {
            return List.of(className);
        }
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(className));
        while (!open.isEmpty()) {
            String next = open.poll();
            if (seen.add(next)) {
                open.addAll(supertypes.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }

    @Override
    public boolean knowsClass(String className) {
        return classes.contains(className);
    }

    @Override
    public Set<String> classesNamed(String simpleName) {
        return Collections.unmodifiableSet(bySimpleName.getOrDefault(simpleName, Set.of()));
    }

    @Override
    public Optional<Library> libraryOf(String className) {
        for (int dot = className.lastIndexOf('.'); dot > 0; dot = className.lastIndexOf('.', dot - 1)) {
            Library library = byPackage.get(className.substring(0, dot + 1));
            if (library != null) {
                return Optional.of(library);
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> constant(String qualifiedName) {
        return Optional.ofNullable(constants.get(qualifiedName));
    }

    @Override
    public boolean isAccessor(String method) {
        return accessors.contains(method);
    }

    @Override
    public boolean isWrapper(String className, String method) {
        return lineage(className).stream().anyMatch(type -> wrappers.contains(type + "." + method));
    }

    @Override
    public List<ConfigProperty> properties(String canonicalKey) {
        return properties.matching(canonicalKey);
    }

    @Override
    public Set<String> triggers() {
        return triggers;
    }

    private static String key(String className, String method) {
        return className + "#" + method;
    }

    private static String owner(String member) {
        return member.substring(0, member.lastIndexOf('.'));
    }
}
