package dev.keyguard.source.tree;

import dev.keyguard.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which file declares a top-level type, without parsing: a Java file is named like its public type; further types, and
 * all of Kotlin's, are found by a look at the files of the package when somebody asks for a name no file has.
 */
final class Declarations {
    private final Map<String, List<SourceFile>> packages = new HashMap<>();
    private final Map<String, Map<String, List<SourceFile>>> named = new HashMap<>();
    private final Map<String, Map<String, List<SourceFile>>> complete = new HashMap<>();
    private final FileBuffer buffer = new FileBuffer();
    private final FactsMemory memory;

    /** @param files code files in the order of their paths */
    Declarations(List<SourceFile> files, Map<String, Glance> glances, FactsMemory memory) {
        this.memory = memory;
        for (SourceFile file : files) {
            Glance glance = glances.get(file.path());
            packages.computeIfAbsent(glance.packageName(), name -> new ArrayList<>())
                    .add(file);
            if (file.extension().equals("java")) {
                add(named, glance.packageName(), stem(file), file);
            }
        }
    }

    /** Files that declare that type, in the order of their paths. */
    synchronized List<SourceFile> declaring(String packageName, String simpleName) {
        if (!packages.containsKey(packageName)) {
            return List.of();
        }
        List<SourceFile> byName = named.getOrDefault(packageName, Map.of()).get(simpleName);
        return byName != null ? byName : all(packageName).getOrDefault(simpleName, List.of());
    }

    /** Simple names of the types of a package. */
    synchronized Set<String> typesIn(String packageName) {
        return packages.containsKey(packageName)
                ? new TreeSet<>(all(packageName).keySet())
                : Set.of();
    }

    private Map<String, List<SourceFile>> all(String packageName) {
        return complete.computeIfAbsent(packageName, name -> {
            Map<String, Map<String, List<SourceFile>>> found = new HashMap<>();
            for (SourceFile file : packages.get(name)) {
                Set<String> types = typesOf(file);
                if (file.extension().equals("java")) {
                    types.add(stem(file));
                } else {
                    types.add(Character.toUpperCase(stem(file).charAt(0))
                            + stem(file).substring(1) + "Kt");
                }
                types.forEach(type -> add(found, name, type, file));
            }
            return found.getOrDefault(name, Map.of());
        });
    }

    private Set<String> typesOf(SourceFile file) {
        Optional<List<String>> known = memory.types(file);
        if (known.isPresent()) {
            return new TreeSet<>(known.get());
        }
        try {
            buffer.read(file);
            Set<String> types = Headers.topLevelTypes(buffer.content(), buffer.length());
            memory.remember(file, List.copyOf(types));
            return types;
        } catch (IOException | SecurityException e) {
            return new TreeSet<>(); // reading it for its facts will tell the problem
        }
    }

    private static void add(
            Map<String, Map<String, List<SourceFile>>> index, String packageName, String type, SourceFile file) {
        index.computeIfAbsent(packageName, name -> new TreeMap<>())
                .computeIfAbsent(type, name -> new ArrayList<>())
                .add(file);
    }

    private static String stem(SourceFile file) {
        String name = file.name();
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
