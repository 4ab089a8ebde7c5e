package dev.keyguard.value;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.CodeFacts.ImportFact;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.code.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a type name means where it is written, by the rules of the language as far as facts tell. */
final class TypeNames {
    private static final int MAX_SUPERTYPES = 64;
    private static final int MAX_ARGUMENTS_DEPTH = 6;
    private static final Set<String> JAVA_LANG = Set.of(
            "String",
            "System",
            "Object",
            "Integer",
            "Long",
            "Double",
            "Boolean",
            "Character",
            "Number",
            "Math",
            "Enum",
            "Record",
            "Class",
            "Iterable",
            "CharSequence",
            "StringBuilder",
            "StringBuffer",
            "Runnable",
            "Thread",
            "Exception",
            "RuntimeException",
            "IllegalArgumentException",
            "IllegalStateException",
            "Throwable",
            "Error",
            "Process",
            "ProcessBuilder",
            "Void",
            "AutoCloseable",
            "Comparable");

    private final Declarations declarations;
    private final Catalogue catalogue;
    private final ClassPathConstants classPath;
    private final Map<TypeFacts, Map<String, Optional<String>>> known = new IdentityHashMap<>();
    private final Map<TypeFacts, List<String>> supertypes = new IdentityHashMap<>();

    TypeNames(Declarations declarations, Catalogue catalogue, ClassPathConstants classPath) {
        this.declarations = declarations;
        this.catalogue = catalogue;
        this.classPath = classPath;
    }

    /** The qualified name; a name that nothing declares stays as written. */
    String resolve(String written, Site site) {
        int dot = written.indexOf('.');
        String first = dot < 0 ? written : written.substring(0, dot);
        return simple(first, site)
                .map(found -> dot < 0 ? found : found + written.substring(dot))
                .orElse(written);
    }

    Ty resolve(TypeRef type, Site site) {
        return resolve(type, site, 0);
    }

    private Ty resolve(TypeRef type, Site site, int depth) {
        List<Ty> arguments = depth > MAX_ARGUMENTS_DEPTH
                ? List.of()
                : type.arguments().stream()
                        .map(a -> resolve(a, site, depth + 1))
                        .toList();
        return new Ty(resolve(type.name(), site), arguments, type.dimensions());
    }

    /** The type a simple name means at that site, if anything tells. */
    Optional<String> simple(String name, Site site) {
        Map<String, Optional<String>> names = known.computeIfAbsent(site.type(), t -> new HashMap<>());
        Optional<String> found = names.get(name);
        if (found == null) {
            names.put(name, Optional.empty());
            found = search(name, site);
            names.put(name, found);
        }
        return found;
    }

    private Optional<String> search(String name, Site site) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        for (int depth = site.enclosing().size(); depth > 0; depth--) {
            TypeDecl decl = TypeDecl.around(site, depth);
            if (decl.type().name().equals(name)) {
                return Optional.of(decl.qualifiedName());
            }
            if (hasMember(decl.type(), name)) {
                return Optional.of(decl.qualifiedName() + "." + name);
            }
        }
        return imported(name, site.file(), false)
                .or(() -> topLevel(name, site.file()))
                .or(() -> inherited(name, site))
                .or(() -> imported(name, site.file(), true))
                .or(() -> JAVA_LANG.contains(name) ? Optional.of("java.lang." + name) : Optional.empty());
    }

    private static boolean hasMember(TypeFacts type, String name) {
        return type.nested().stream().anyMatch(t -> t.name().equals(name))
                || type.local().stream().anyMatch(t -> t.name().equals(name));
    }

    private Optional<String> topLevel(String name, CodeFacts file) {
        String qualified = file.packageName().isEmpty() ? name : file.packageName() + "." + name;
        boolean here = file.types().stream().anyMatch(t -> t.name().equals(name));
        return here || declarations.program().typesIn(file.packageName()).contains(qualified)
                ? Optional.of(qualified)
                : Optional.empty();
    }

    private Optional<String> inherited(String name, Site site) {
        for (int depth = site.enclosing().size(); depth > 0; depth--) {
            for (String above : supertypes(TypeDecl.around(site, depth))) {
                Optional<TypeDecl> decl = declarations.find(above, site.module());
                String nested = above + "." + name;
                if (decl.isPresent() ? hasMember(decl.get().type(), name) : catalogue.knowsClass(nested)) {
                    return Optional.of(nested);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> imported(String name, CodeFacts file, boolean wildcard) {
        for (ImportFact fact : file.imports()) {
            if (fact.wildcard() != wildcard) {
                continue;
            }
            if (!wildcard && fact.simpleName().equals(name) && looksLikeType(fact.name())) {
                return Optional.of(fact.name());
            }
            if (wildcard && exists(fact.name() + "." + name, file)) {
                return Optional.of(fact.name() + "." + name);
            }
        }
        return Optional.empty();
    }

    /** A static import of a method or a lower-case field is no type. */
    private static boolean looksLikeType(String qualified) {
        String last = Occurrences.lastSegment(qualified);
        return !last.isEmpty() && Character.isUpperCase(last.charAt(0));
    }

    /** Whether that type is declared by a source, the catalogue or a jar. */
    boolean exists(String qualified, CodeFacts seenFrom) {
        return declarations.program().declares(qualified)
                || catalogue.knowsClass(qualified)
                || declarations
                        .find(qualified, declarations.program().moduleOf(seenFrom.path()))
                        .isPresent()
                || classPath.has(qualified, declarations.program().moduleOf(seenFrom.path()));
    }

    /** Everything above that type, nearest first. */
    List<String> supertypes(TypeDecl decl) {
        List<String> found = supertypes.get(decl.type());
        if (found == null) {
            supertypes.put(decl.type(), List.of());
            Set<String> all = new LinkedHashSet<>();
            above(decl, all);
            found = List.copyOf(all);
            supertypes.put(decl.type(), found);
        }
        return found;
    }

    private void above(TypeDecl start, Set<String> all) {
        ArrayDeque<TypeDecl> left = new ArrayDeque<>(List.of(start));
        while (!left.isEmpty() && all.size() < MAX_SUPERTYPES) {
            TypeDecl decl = left.poll();
            Site where = decl.outer().map(TypeDecl::site).orElse(decl.site());
            List<TypeRef> written = new ArrayList<>(decl.type().extended());
            written.addAll(decl.type().implemented());
            for (TypeRef type : written) {
                String name = resolve(type.name(), where);
                if (all.add(name)) {
                    declarations.find(name, decl.module()).ifPresent(left::add);
                }
            }
        }
    }
}
