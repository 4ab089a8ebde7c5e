package dev.keyguard.value;

import dev.keyguard.source.Module;
import dev.keyguard.source.code.FieldFact;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.source.code.TypeFacts.EnumConstant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Members of the workspace's types, inherited ones included, and the types below a type. */
final class Hierarchy {
    private static final int MAX_SUBTYPES = 64;

    private final Declarations declarations;
    private final TypeNames names;
    private final Map<Object, List<TypeDecl>> below = new IdentityHashMap<>();

    Hierarchy(Declarations declarations, TypeNames names) {
        this.declarations = declarations;
        this.names = names;
    }

    /** A method where it is declared. */
    record Method(TypeDecl decl, MethodFacts facts) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Method method && facts == method.facts;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(facts);
        }
    }

    /** A field, enum constant or record component where it is declared; exactly one of them is present. */
    record Member(
            TypeDecl decl, Optional<FieldFact> field, Optional<EnumConstant> constant, Optional<Parameter> component) {}

    /** The type itself, then everything above it that the workspace declares, nearest first. */
    List<TypeDecl> lineage(TypeDecl decl) {
        List<TypeDecl> all = new ArrayList<>();
        all.add(decl);
        for (String name : names.supertypes(decl)) {
            declarations.find(name, decl.module()).ifPresent(all::add);
        }
        return all;
    }

    /** The nearest member of that name. */
    Optional<Member> member(TypeDecl decl, String name) {
        for (TypeDecl type : lineage(decl)) {
            Optional<Member> found = own(type, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Member> own(TypeDecl decl, String name) {
        for (FieldFact field : decl.type().fields()) {
            if (field.name().equals(name)) {
                return Optional.of(new Member(decl, Optional.of(field), Optional.empty(), Optional.empty()));
            }
        }
        for (EnumConstant constant : decl.type().constants()) {
            if (constant.name().equals(name)) {
                return Optional.of(new Member(decl, Optional.empty(), Optional.of(constant), Optional.empty()));
            }
        }
        for (Parameter component : decl.type().components()) {
            if (component.name().equals(name)) {
                return Optional.of(new Member(decl, Optional.empty(), Optional.empty(), Optional.of(component)));
            }
        }
        return Optional.empty();
    }

    /** The methods of that name and number of arguments in the nearest type that has any. */
    List<Method> methods(TypeDecl decl, String name, int arguments) {
        for (TypeDecl type : lineage(decl)) {
            List<Method> found = declared(type, m -> m.name().equals(name) && accepts(m, arguments));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The methods of the type itself. */
    static List<Method> declared(TypeDecl type, Predicate<MethodFacts> which) {
        List<Method> found = new ArrayList<>();
        for (MethodFacts method : type.type().methods()) {
            if (which.test(method)) {
                found.add(new Method(type, method));
            }
        }
        return found;
    }

    /** The methods of types below that one which have that name and number of arguments. */
    List<Method> overrides(TypeDecl decl, String name, int arguments) {
        List<Method> found = new ArrayList<>();
        for (TypeDecl type : subtypes(decl)) {
            found.addAll(declared(type, m -> m.name().equals(name) && accepts(m, arguments)));
        }
        return found;
    }

    /** Whether a call with that many arguments can mean that method. */
    static boolean accepts(MethodFacts method, int arguments) {
        List<Parameter> parameters = method.parameters();
        int size = parameters.size();
        if (size == arguments) {
            return true;
        }
        if (size > 0 && parameters.get(size - 1).varargs() && arguments >= size - 1) {
            return true;
        }
        return arguments < size
                && parameters.stream().filter(p -> p.defaultValue().isEmpty()).count() <= arguments;
    }

    /** All types of the workspace below that one, anonymous ones and enum constants with a body included. */
    List<TypeDecl> subtypes(TypeDecl decl) {
        List<TypeDecl> known = below.get(decl.type());
        if (known == null) {
            below.put(decl.type(), List.of());
            known = search(decl);
            below.put(decl.type(), known);
        }
        return known;
    }

    private List<TypeDecl> search(TypeDecl start) {
        Set<TypeDecl> found = new LinkedHashSet<>();
        Deque<TypeDecl> left = new ArrayDeque<>(List.of(start));
        while (!left.isEmpty() && found.size() < MAX_SUBTYPES) {
            TypeDecl type = left.poll();
            String simple = type.type().name();
            if (simple.isEmpty()) {
                continue;
            }
            String qualified = type.qualifiedName();
            for (TypeDecl candidate : declarations.naming(simple)) {
                if (!found.contains(candidate)
                        && candidate.type() != start.type()
                        && extendsDirectly(candidate, qualified)) {
                    found.add(candidate);
                    left.add(candidate);
                }
            }
            type.type().constants().forEach(c -> c.body().forEach(b -> found.add(type.inner(b, Optional.empty()))));
        }
        return List.copyOf(found);
    }

    private boolean extendsDirectly(TypeDecl candidate, String qualified) {
        Site where = candidate.outer().map(TypeDecl::site).orElse(candidate.site());
        return candidate.type().extended().stream()
                        .anyMatch(t -> names.resolve(t.name(), where).equals(qualified))
                || candidate.type().implemented().stream()
                        .anyMatch(t -> names.resolve(t.name(), where).equals(qualified));
    }

    /** Whether {@code sub} is {@code sup} or below it. */
    boolean isSubtype(String sub, String sup, Module from) {
        if (sub.equals(sup)) {
            return true;
        }
        return declarations
                .find(sub, from)
                .map(decl -> names.supertypes(decl).contains(sup))
                .orElse(false);
    }

    Optional<TypeDecl> find(String qualifiedName, Module from) {
        return declarations.find(qualifiedName, from);
    }

    List<String> supertypes(TypeDecl decl) {
        return names.supertypes(decl);
    }
}
