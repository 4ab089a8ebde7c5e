package dev.keyguard.value;

import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that stands in one file, each with its site, in source order. Immutable once built. */
public final class Occurrences {
    private final List<Located> expressions;
    private final List<Annotated> annotations;
    private final List<TypeDecl> types;
    private final Map<String, List<Located>> calls = new HashMap<>();
    private final Map<String, List<Located>> creations = new HashMap<>();
    private final Map<String, List<Located>> references = new HashMap<>();
    private final Map<String, List<TypeDecl>> subtypes = new HashMap<>();
    private final List<Located> constructorCalls = new ArrayList<>();
    private final Map<Expr, Argument> arguments = new IdentityHashMap<>();
    private final Map<Expr, String> roots = new IdentityHashMap<>();
    private final Map<String, List<Located>> onVariable = new HashMap<>();
    private final Map<String, List<Assigned>> assignments = new HashMap<>();

    Occurrences(List<Located> expressions, List<Annotated> annotations, List<TypeDecl> types, List<Assigned> assigned) {
        this.expressions = List.copyOf(expressions);
        this.annotations = List.copyOf(annotations);
        this.types = List.copyOf(types);
        for (Located located : this.expressions) {
            index(located);
        }
        for (Assigned one : assigned) {
            note(assignments, variable(one.target()), one);
        }
        for (TypeDecl decl : types) {
            decl.type().extended().forEach(t -> note(subtypes, lastSegment(t.name()), decl));
            decl.type().implemented().forEach(t -> note(subtypes, lastSegment(t.name()), decl));
        }
    }

    private void index(Located located) {
        Expr expression = located.expression();
        if (expression instanceof Expr.Call call) {
            note(calls, call.name(), located);
            argumentsOf(located, call.arguments());
            onVariables(located, call);
        } else if (expression instanceof Expr.New creation) {
            note(creations, lastSegment(creation.type().name()), located);
            argumentsOf(located, creation.arguments());
        } else if (expression instanceof Expr.ConstructorCall call) {
            constructorCalls.add(located);
            argumentsOf(located, call.arguments());
        } else if (expression instanceof Expr.MethodRef reference) {
            note(references, reference.name(), located);
        }
    }

    private void argumentsOf(Located call, List<Expr> given) {
        for (int i = 0; i < given.size(); i++) {
            Expr argument = given.get(i);
            if (argument instanceof Expr.Lambda || argument instanceof Expr.MethodRef) {
                arguments.put(argument, new Argument(call, i));
            }
        }
    }

    private void onVariables(Located located, Expr.Call call) {
        Set<String> names = new LinkedHashSet<>();
        names.add(root(call));
        call.arguments().forEach(a -> names.add(variable(a)));
        names.remove("");
        names.forEach(name -> note(onVariable, name, located));
    }

    /** The name of the variable that a chain of calls begins with; found in a loop, once for all calls of the chain. */
    private String root(Expr.Call last) {
        List<Expr> chain = new ArrayList<>();
        Expr next = last;
        while (next instanceof Expr.Call call && call.scope().isPresent() && !roots.containsKey(next)) {
            chain.add(next);
            next = call.scope().get();
        }
        String root = roots.containsKey(next) ? roots.get(next) : variable(next);
        chain.forEach(call -> roots.put(call, root));
        return root;
    }

    private static String variable(Expr expression) {
        if (expression instanceof Expr.Name name) {
            return name.name();
        }
        return expression instanceof Expr.Member member ? member.name() : "";
    }

    private static <T> void note(Map<String, List<T>> index, String name, T item) {
        index.computeIfAbsent(name, n -> new ArrayList<>()).add(item);
    }

    static String lastSegment(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Every expression, each once; a call before its scope and its arguments. */
    public List<Located> expressions() {
        return expressions;
    }

    /** Every annotation on types, fields, enum constants, record components, methods, parameters and locals. */
    public List<Annotated> annotations() {
        return annotations;
    }

    /** A site in each type the file declares, nested, local and anonymous ones included. */
    public List<Site> types() {
        return types.stream().map(TypeDecl::site).toList();
    }

    /** Calls of methods with that name. */
    public List<Located> calls(String name) {
        return calls.getOrDefault(name, List.of());
    }

    /** {@code new} expressions of types with that simple name. */
    public List<Located> creations(String simpleName) {
        return creations.getOrDefault(simpleName, List.of());
    }

    /** Method references with that method name; {@code new} for constructors. */
    public List<Located> references(String name) {
        return references.getOrDefault(name, List.of());
    }

    List<Located> constructorCalls() {
        return constructorCalls;
    }

    /** Calls whose chain begins with a variable or field of that name, or that are given it as an argument. */
    List<Located> callsOn(String variable) {
        return onVariable.getOrDefault(variable, List.of());
    }

    /** Assignments to a variable or field of that name. */
    List<Assigned> assignments(String name) {
        return assignments.getOrDefault(name, List.of());
    }

    List<TypeDecl> declarations() {
        return types;
    }

    /** Types whose {@code extends} or {@code implements} clause names a type with that simple name. */
    List<TypeDecl> subtypes(String simpleName) {
        return subtypes.getOrDefault(simpleName, List.of());
    }

    /** The call a lambda or method reference is handed to. */
    Optional<Argument> argument(Expr function) {
        return Optional.ofNullable(arguments.get(function));
    }

    /**
     * An annotation where it stands.
     *
     * @param element the name of what it stands on: type, field, method, parameter or local
     */
    public record Annotated(AnnotationFact annotation, Element kind, String element, Site site) {}

    /** What an annotation stands on. */
    public enum Element {
        TYPE,
        FIELD,
        METHOD,
        PARAMETER,
        LOCAL
    }

    /** {@code target = value} at that site. */
    record Assigned(Expr target, Expr value, Site site) {}

    /** The {@code index}-th argument of a call. */
    record Argument(Located call, int index) {}
}
