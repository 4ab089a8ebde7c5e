package dev.keyguard.usage;

import dev.keyguard.sdk.Library;
import dev.keyguard.source.Module;
import dev.keyguard.source.build.Dependency;
import dev.keyguard.value.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which libraries are on a module's class path, as far as its build file and those of its sibling modules tell. */
final class Classpath {
    private final Map<String, Module> byCoordinates = new HashMap<>();

    private final Map<String, List<Dependency>> scripts = new HashMap<>();
    private final Map<Module, Map<String, Optional<Dependency>>> known = new HashMap<>();
    private final Map<Module, Boolean> testsAlone = new HashMap<>();

    Classpath(Program program) {
        for (Module module : program.modules()) {
            scripts.put(
                    module.directory(),
                    program.triggered(module).stream()
                            .flatMap(file -> file.scriptDependencies().stream())
                            .toList());
            module.build()
                    .ifPresent(build -> build.groupId()
                            .or(() -> build.parent().map(parent -> parent.groupId()))
                            .ifPresent(group -> byCoordinates.put(group + ":" + build.artifactId(), module)));
        }
    }

    /** Whether the library may be there: named by the build, or no build file tells. */
    boolean mayHave(Library library, Module module) {
        return !module.dependencies().known() || dependency(library, module).isPresent();
    }

    /** The dependency that brings the library, the module's own before its siblings'. */
    Optional<Dependency> dependency(Library library, Module module) {
        return known.computeIfAbsent(module, m -> new HashMap<>())
                .computeIfAbsent(library.id(), id -> search(library, module));
    }

    private Optional<Dependency> search(Library library, Module module) {
        Deque<Module> open = new ArrayDeque<>(List.of(module));
        Set<String> seen = new HashSet<>(Set.of(module.directory()));
        while (!open.isEmpty()) {
            Module at = open.remove();
            List<Dependency> named = new ArrayList<>(at.dependencies().list());
            named.addAll(scripts.getOrDefault(at.directory(), List.of()));
            for (Dependency dependency : named) {
                if (dependency.scope().equals("test") && !seenAsTest(module)) {
                    continue;
                }
                String key = dependency.key();
                if (isOf(library, key)) {
                    return Optional.of(dependency);
                }
                Module sibling = byCoordinates.get(key);
                if (sibling != null && seen.add(sibling.directory())) {
                    open.add(sibling);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(Library library, String key) {
        for (String pattern : library.artifacts()) {
            if (matches(pattern, key)) {
                return true;
            }
        }
        return false;
    }

    /** Test-scoped starters configure tests only; they are not what the application runs with. */
    private boolean seenAsTest(Module module) {
        return testsAlone.computeIfAbsent(module, Classpath::hasTestsAlone);
    }

    private static boolean hasTestsAlone(Module module) {
        return module.files().stream().allMatch(file -> file.scope() == dev.keyguard.source.Scope.TEST);
    }

    /** Whether a dependency is one of the artifacts that a library's catalogue file names. */
    static boolean matches(String pattern, String key) {
        return pattern.endsWith("*") ? key.startsWith(pattern.substring(0, pattern.length() - 1)) : key.equals(pattern);
    }
}
