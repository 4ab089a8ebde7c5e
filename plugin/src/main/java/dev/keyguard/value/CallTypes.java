package dev.keyguard.value;

import dev.keyguard.source.code.CodeFacts.ImportFact;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.code.TypeRef;
import dev.keyguard.value.Hierarchy.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The type a call returns. */
final class CallTypes {
    private static final Set<String> COLLECTING =
            Set.of("of", "asList", "copyOf", "ofNullable", "singletonList", "just");
    private static final Set<String> PASSING = Set.of("requireNonNull", "requireNonNullElse", "requireNonNullElseGet");

    private final Typing typing;
    private final TypeNames names;
    private final Hierarchy hierarchy;
    private final LibraryTypes library;
    private final Lombok lombok;
    private final Declarations declarations;

    CallTypes(Typing typing, TypeNames names, Hierarchy hierarchy, LibraryTypes library, Declarations declarations) {
        this.declarations = declarations;
        this.typing = typing;
        this.names = names;
        this.hierarchy = hierarchy;
        this.library = library;
        this.lombok = new Lombok(hierarchy);
    }

    Optional<Ty> of(Expr.Call call, Site site) {
        if (call.scope().isEmpty()) {
            return unscoped(call, site);
        }
        Optional<Ty> receiver = typing.of(call.scope().get(), site);
        return receiver.flatMap(r -> on(r, call, site));
    }

    private Optional<Ty> unscoped(Expr.Call call, Site site) {
        int arguments = call.arguments().size();
        for (int depth = site.enclosing().size(); depth > 0; depth--) {
            TypeDecl decl = TypeDecl.around(site, depth);
            List<Method> methods = hierarchy.methods(decl, call.name(), arguments);
            if (!methods.isEmpty()) {
                return returned(methods, Ty.of(decl.qualifiedName()));
            }
            Optional<Ty> generated = lombok.result(decl, call).map(t -> names.resolve(t.type(), t.site()));
            if (generated.isPresent()) {
                return generated;
            }
            for (String above : hierarchy.supertypes(decl)) {
                if (library.lists(above, call.name())) {
                    return library.of(Ty.of(above), call);
                }
            }
        }
        for (TypeDecl decl : declarations.topLevel(call.name(), site)) {
            List<Method> methods = hierarchy.methods(decl, call.name(), arguments);
            if (!methods.isEmpty()) {
                return returned(methods, Ty.of(decl.qualifiedName()));
            }
        }
        for (ImportFact fact : site.file().imports()) {
            if (fact.isStatic()) {
                String owner = fact.wildcard() ? fact.name() : ownerOf(fact, call.name());
                Optional<Ty> found = owner.isEmpty() ? Optional.empty() : imported(owner, call, site, fact.wildcard());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String ownerOf(ImportFact fact, String method) {
        int dot = fact.name().lastIndexOf('.');
        return dot > 0 && fact.simpleName().equals(method) ? fact.name().substring(0, dot) : "";
    }

    private Optional<Ty> imported(String owner, Expr.Call call, Site site, boolean wildcard) {
        Optional<TypeDecl> decl = hierarchy.find(owner, site.module());
        if (decl.isPresent()) {
            return returned(
                    hierarchy.methods(decl.get(), call.name(), call.arguments().size()), Ty.of(owner));
        }
        return wildcard && !library.lists(owner, call.name()) ? Optional.empty() : library.of(Ty.of(owner), call);
    }

    /** The type of a call on an object, or on a class, of that type. */
    Optional<Ty> on(Ty receiver, Expr.Call call, Site site) {
        Optional<TypeDecl> decl = hierarchy.find(receiver.name(), site.module());
        if (decl.isEmpty()) {
            Optional<Ty> built =
                    lombok.onBuilder(receiver.name(), call, site.module()).map(Ty::of);
            return built.isPresent() ? built : passing(receiver, call, site).or(() -> library.of(receiver, call));
        }
        List<Method> methods =
                hierarchy.methods(decl.get(), call.name(), call.arguments().size());
        if (!methods.isEmpty()) {
            return returned(methods, receiver);
        }
        if (decl.get().type().kind() == TypeFacts.Kind.ENUM) {
            if (call.name().equals("valueOf")) {
                return Optional.of(receiver);
            } else if (call.name().equals("values")) {
                return Optional.of(new Ty(receiver.name(), List.of(), 1));
            }
        }
        Optional<Ty> generated = lombok.result(decl.get(), call).map(t -> names.resolve(t.type(), t.site()));
        if (generated.isPresent()) {
            return generated;
        }
        Optional<String> builder = lombok.builderOf(decl.get(), call.name());
        if (builder.isPresent()) {
            return builder.map(Ty::of);
        }
        for (String above : hierarchy.supertypes(decl.get())) {
            if (hierarchy.find(above, site.module()).isEmpty()) {
                Optional<Ty> result = library.of(Ty.of(above), call);
                if (result.isPresent()) {
                    return result.get().name().equals(above) ? Optional.of(receiver) : result;
                }
            }
        }
        return Optional.empty();
    }

    /** The written type of a parameter of the workspace's method that is called. */
    Optional<Ty> parameter(Expr.Call call, int index, Site site) {
        int arguments = call.arguments().size();
        Optional<TypeDecl> decl = call.scope().isEmpty()
                ? Optional.of(TypeDecl.around(site))
                : typing.of(call.scope().get(), site).flatMap(t -> hierarchy.find(t.name(), site.module()));
        return decl.stream()
                .flatMap(d -> hierarchy.methods(d, call.name(), arguments).stream())
                .filter(m -> index < m.facts().parameters().size())
                .map(m -> names.resolve(
                        m.facts().parameters().get(index).type(), m.decl().endOf(m.facts())))
                .findFirst();
    }

    private Optional<Ty> returned(List<Method> methods, Ty receiver) {
        for (Method method : methods) {
            TypeRef type = method.facts().returnType();
            if (type.inferred()) {
                continue;
            }
            Ty result = names.resolve(type, method.decl().endOf(method.facts()));
            if (isVariable(result, method)) {
                return Optional.of(receiver.arguments().isEmpty() ? receiver : receiver.argument(0));
            }
            return Optional.of(result);
        }
        return Optional.empty();
    }

    /** A type variable: short, in capitals, and no type of that name exists. Builders return themselves as one. */
    private boolean isVariable(Ty type, Method method) {
        String name = type.name();
        return name.indexOf('.') < 0
                && name.length() <= 4
                && name.equals(name.toUpperCase(Locale.ROOT))
                && names.simple(name, method.decl().site()).isEmpty();
    }

    /** Methods whose result has the type of an argument, or holds it. */
    private Optional<Ty> passing(Ty receiver, Expr.Call call, Site site) {
        if (call.arguments().isEmpty()) {
            return Optional.empty();
        }
        if (receiver.is("Objects", "Preconditions", "Assert") && PASSING.contains(call.name())) {
            return call.arguments().stream()
                    .limit(2)
                    .flatMap(a -> typing.of(a, site).stream())
                    .findFirst();
        }
        if (COLLECTING.contains(call.name()) && receiver.arguments().isEmpty()) {
            boolean array = receiver.is("Arrays");
            if (array || receiver.is("List", "Set", "Stream", "Optional", "Collections", "Mono")) {
                List<Ty> element =
                        typing.of(call.arguments().get(0), site).map(List::of).orElse(List.of());
                String name = receiver.is("Arrays", "Collections") ? "java.util.List" : receiver.name();
                return Optional.of(new Ty(name, element, 0));
            }
            if (receiver.is("Map") && call.arguments().size() > 1) {
                Optional<Ty> value = typing.of(call.arguments().get(1), site);
                return value.map(v -> new Ty("java.util.Map", List.of(Ty.of("java.lang.String"), v), 0));
            }
        }
        return mapped(receiver, call, site);
    }

    private Optional<Ty> mapped(Ty receiver, Expr.Call call, Site site) {
        if ((call.name().equals("map") || call.name().equals("mapToObj"))
                && receiver.is("Stream", "Optional", "Mono", "IntStream")
                && call.arguments().get(0) instanceof Expr.Lambda lambda
                && !lambda.results().isEmpty()) {
            String name = receiver.is("IntStream") ? "java.util.stream.Stream" : receiver.name();
            return typing.of(lambda.results().get(0), site.within(lambda)).map(t -> new Ty(name, List.of(t), 0));
        }
        return Optional.empty();
    }
}
