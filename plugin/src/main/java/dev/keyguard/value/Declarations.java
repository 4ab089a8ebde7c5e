package dev.keyguard.value;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.source.Module;
import dev.keyguard.source.Scope;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.CodeFacts.ImportFact;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.tree.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the workspace's declaration of a type by its qualified name, and what stands in a file. */
final class Declarations {
    /** One of these stands in every file that declares a subtype: by clause, or by overriding something. */
    private static final List<String> SUBTYPE_WORDS = List.of("extends", "implements", "Override", "override");

    private final Program program;
    private final Catalogue catalogue;
    private final BodyIndex bodies = new BodyIndex();
    private final Map<CodeFacts, Occurrences> occurrences = new IdentityHashMap<>();
    private final Map<Module, Map<String, Scope>> scopes = new IdentityHashMap<>();
    private final Map<String, Optional<TypeDecl>> byName = new HashMap<>();
    private final Map<Map<String, Standing>, List<CodeFacts>> mentioning = new HashMap<>();
    private final Map<String, List<TypeDecl>> topLevel = new HashMap<>();

    Declarations(Program program, Catalogue catalogue) {
        this.program = program;
        this.catalogue = catalogue;
    }

    Program program() {
        return program;
    }

    BodyIndex bodies() {
        return bodies;
    }

    /** What stands in that file. */
    Occurrences in(CodeFacts file) {
        Occurrences known = occurrences.get(file);
        if (known == null) {
            Module module = program.moduleOf(file.path());
            known = OccurrenceWalk.of(file, module, scope(file, module), bodies);
            occurrences.put(file, known);
        }
        return known;
    }

    private Scope scope(CodeFacts file, Module module) {
        Map<String, Scope> known = scopes.get(module);
        if (known == null) {
            known = new HashMap<>();
            for (SourceFile source : module.files()) {
                known.put(source.path(), source.scope());
            }
            scopes.put(module, known);
        }
        return known.getOrDefault(file.path(), Scope.MAIN);
    }

    /** The files in which all these identifiers occur. */
    List<CodeFacts> mentioning(String one, String other) {
        return mentioning(one, Standing.ANYHOW, other);
    }

    /** The files in which one identifier may stand in that way, and another one occurs. */
    List<CodeFacts> mentioning(String one, Standing standing, String other) {
        Map<String, Standing> both = new HashMap<>(Map.of(other, Standing.ANYHOW));
        both.put(one, standing);
        return mentioning(both);
    }

    /** The files in which all these identifiers may stand in those ways. */
    List<CodeFacts> mentioning(Map<String, Standing> identifiers) {
        return mentioning.computeIfAbsent(identifiers, program::mentioning);
    }

    /** The nearest declaration of that type, as seen from a module. */
    Optional<TypeDecl> find(String qualifiedName, Module from) {
        String key = from.directory() + '\n' + from.name() + '\n' + qualifiedName;
        Optional<TypeDecl> known = byName.get(key);
        if (known == null) {
            known = search(qualifiedName, from);
            byName.put(key, known);
        }
        return known;
    }

    private Optional<TypeDecl> search(String qualifiedName, Module from) {
        if (qualifiedName.isEmpty() || isLibrary(qualifiedName)) {
            return Optional.empty();
        }
        for (CodeFacts file : program.declaring(qualifiedName, from)) {
            Optional<TypeDecl> found = in(file, qualifiedName);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Classes of the catalogue are better known from there, even where the library's own sources are at hand. */
    private boolean isLibrary(String qualifiedName) {
        for (String name = qualifiedName;
                !name.isEmpty();
                name = name.substring(0, Math.max(0, name.lastIndexOf('.')))) {
            if (catalogue.knowsClass(name)) {
                return true;
            }
        }
        return false;
    }

    /** The type of that qualified name, if that file declares it. */
    Optional<TypeDecl> in(CodeFacts file, String qualifiedName) {
        String nested = qualifiedName;
        if (!file.packageName().isEmpty()) {
            if (!qualifiedName.startsWith(file.packageName() + ".")) {
                return Optional.empty();
            }
            nested = qualifiedName.substring(file.packageName().length() + 1);
        }
        List<TypeFacts> among = file.types();
        TypeDecl decl = null;
        for (String segment : nested.split("\\.")) {
            TypeFacts next = named(among, segment);
            if (next == null) {
                return Optional.empty();
            }
            if (decl == null) {
                Module module = program.moduleOf(file.path());
                decl = new TypeDecl(module, scope(file, module), file, List.of(next), List.of(Optional.empty()));
            } else {
                TypeFacts outer = decl.type();
                boolean member = outer.nested().stream().anyMatch(t -> t == next);
                decl = decl.inner(next, member ? Optional.empty() : OccurrenceWalk.methodAround(outer, next));
            }
            among = new ArrayList<>(next.nested());
            among.addAll(next.local());
        }
        return Optional.ofNullable(decl);
    }

    private static TypeFacts named(List<TypeFacts> among, String name) {
        for (TypeFacts type : among) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }

    /** The classes that hold the top-level functions and properties of Kotlin's files in that package. */
    List<TypeDecl> topLevel(String packageName, Module from) {
        return topLevel.computeIfAbsent(
                packageName,
                name -> program.typesIn(name).stream()
                        .filter(type -> type.endsWith("Kt"))
                        .sorted()
                        .flatMap(type -> find(type, from).stream())
                        .filter(decl -> decl.file().path().endsWith(".kt"))
                        .toList());
    }

    /**
     * Where Kotlin's top-level functions and properties of that simple name can be declared, as seen from a file: where
     * it imports them from, in its own package, in the packages it imports whole.
     */
    List<TypeDecl> topLevel(String name, Site site) {
        if (!site.file().path().endsWith(".kt") && !site.file().path().endsWith(".kts")) {
            return List.of();
        }
        List<TypeDecl> found = new ArrayList<>();
        for (ImportFact fact : site.file().imports()) {
            int dot = fact.name().lastIndexOf('.');
            if (!fact.wildcard() && dot > 0 && fact.simpleName().equals(name)) {
                found.addAll(topLevel(fact.name().substring(0, dot), site.module()));
            }
        }
        found.addAll(topLevel(site.file().packageName(), site.module()));
        for (ImportFact fact : site.file().imports()) {
            if (fact.wildcard()) {
                found.addAll(topLevel(fact.name(), site.module()));
            }
        }
        return found;
    }

    /** Types of the whole workspace whose {@code extends} or {@code implements} clause names that simple name. */
    Set<TypeDecl> naming(String simpleName) {
        Set<TypeDecl> found = new LinkedHashSet<>();
        for (String word : SUBTYPE_WORDS) {
            for (CodeFacts file : mentioning(simpleName, Standing.EXTENDED, word)) {
                found.addAll(in(file).subtypes(simpleName));
            }
        }
        return found;
    }
}
