package dev.keyguard.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a scan must know of the catalogue before it has seen anything of a client library: projects without one are most,
 * and reading the whole catalogue would cost them more than everything else. Written from the catalogue by the build
 * ({@link #main}), as one line a member: its kind, a blank, the member.
 *
 * @param triggers   {@link Catalogue#triggers}
 * @param artifacts  {@link Library#artifacts} of all libraries
 * @param classes    paths of the top-level classes that entry points and constants belong to, without ending: {@code
 *                   com/openai/models/ChatModel}
 * @param properties names of the properties that set a model or key
 */
public record CatalogueIndex(Set<String> triggers, Set<String> artifacts, Set<String> classes, Set<String> properties) {
    private static final String RESOURCE = "catalogue.index";

    /** The index that comes with keyguard; empty where the build wrote none, as in a bare compilation. */
    public static Optional<CatalogueIndex> bundled() {
        try (InputStream in = CatalogueIndex.class.getResourceAsStream(RESOURCE)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** The index of a catalogue. */
    public static CatalogueIndex of(Catalogue catalogue) {
        Set<String> artifacts = new TreeSet<>();
        Set<String> classes = new TreeSet<>();
        Set<String> properties = new TreeSet<>();
        for (Library library : catalogue.libraries()) {
            artifacts.addAll(library.artifacts());
            library.entryPoints().forEach(entry -> topLevel(entry.className()).ifPresent(classes::add));
            library.constants().keySet().forEach(name -> topLevel(name).ifPresent(classes::add));
            library.properties().stream()
                    .filter(property -> property.role() == Role.MODEL || property.role() == Role.KEY)
                    .forEach(property -> properties.add(property.name()));
        }
        return new CatalogueIndex(new TreeSet<>(catalogue.triggers()), artifacts, classes, properties);
    }

    /** Writes the index of the bundled catalogue into a folder of classes, the only argument. */
    public static void main(String[] arguments) throws IOException {
        CatalogueIndex index = of(JsonCatalogue.bundled());
        List<String> lines = new ArrayList<>();
        index.byKind().forEach((kind, members) -> members.forEach(member -> lines.add(kind + " " + member)));
        Path folder = Path.of(arguments[0])
                .resolve(CatalogueIndex.class.getPackageName().replace('.', '/'));
        Files.writeString(folder.resolve(RESOURCE), String.join("\n", lines) + "\n");
    }

    private static CatalogueIndex read(String lines) {
        CatalogueIndex index = new CatalogueIndex(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        Map<Character, Set<String>> byKind = index.byKind();
        for (int start = 0; start < lines.length(); ) {
            int end = lines.indexOf('\n', start);
            byKind.get(lines.charAt(start)).add(lines.substring(start + 2, end));
            start = end + 1;
        }
        return index;
    }

    private Map<Character, Set<String>> byKind() {
        Map<Character, Set<String>> kinds = new HashMap<>();
        kinds.put('t', triggers);
        kinds.put('a', artifacts);
        kinds.put('c', classes);
        kinds.put('p', properties);
        return kinds;
    }

    /** The path of the top-level class of a qualified name: everything up to the first capitalised segment. */
    private static Optional<String> topLevel(String qualified) {
        StringBuilder path = new StringBuilder();
        for (String segment : qualified.split("\\.")) {
            if (segment.isEmpty()) {
                return Optional.empty();
            }
            path.append(path.length() == 0 ? "" : "/").append(segment);
            if (Character.isUpperCase(segment.charAt(0))) {
                return Optional.of(path.toString());
            }
        }
        return Optional.empty();
    }
}
