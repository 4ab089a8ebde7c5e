package dev.keyguard.value;

import dev.keyguard.source.code.CodeFacts.ImportFact;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.value.Hierarchy.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls of the workspace's own methods: which they mean, on which object, and what those return. */
final class OwnCalls {
    private final Engine engine;

    OwnCalls(Engine engine) {
        this.engine = engine;
    }

    /** A method that a call can mean, and the object it is called on where that is known. */
    record Target(Method method, Optional<At> self) {}

    /** Where the result of the call comes from; absent if it is no call of the workspace's own method. */
    Optional<List<Source>> sources(At at) {
        Expr.Call call = (Expr.Call) at.expr();
        List<Target> targets = targets(at);
        if (targets.isEmpty()) {
            return generated(call, at);
        }
        List<Source> sources = new ArrayList<>();
        boolean bodies = false;
        for (Target target : targets) {
            Method method = target.method();
            Frame frame = engine.frames.call(method.facts(), at, target.self());
            List<Statement> statements = method.facts().body().statements();
            for (int i = 0; i < statements.size(); i++) {
                bodies = true;
                if (statements.get(i) instanceof Statement.Return result) {
                    Site site = engine.declarations.bodies().site(method.decl(), method.facts(), i);
                    if (!engine.guards.reachable(method.decl(), method.facts(), site, frame)) {
                        continue;
                    }
                    sources.add(new Source.Of(new At(result.value(), site, frame)));
                }
            }
        }
        if (sources.isEmpty() && !bodies) {
            sources.add(new Source.Unknown("what " + call.name() + " returns is not in the project"));
        }
        return Optional.of(sources);
    }

    /** The methods a call can mean, overriding ones included; empty if the workspace declares none. */
    List<Target> targets(At at) {
        Expr.Call call = (Expr.Call) at.expr();
        if (call.scope().isEmpty()) {
            return unscoped(call, at);
        }
        Expr scope = call.scope().get();
        int arguments = call.arguments().size();
        if (scope instanceof Expr.Self self) {
            return onSelf(self, call, at);
        }
        Optional<String> type = engine.types.of(scope, at.site());
        if (type.isPresent()) {
            return engine.hierarchy.find(type.get(), at.site().module()).stream()
                    .flatMap(decl -> picked(withCompanion(decl, call.name(), arguments), call, at).stream())
                    .map(m -> new Target(m, Optional.empty()))
                    .toList();
        }
        return onObject(call, at.of(scope), at);
    }

    private List<Method> withCompanion(TypeDecl decl, String name, int arguments) {
        List<Method> methods = engine.hierarchy.methods(decl, name, arguments);
        if (!methods.isEmpty()) {
            return methods;
        }
        for (TypeFacts nested : decl.type().nested()) {
            if (nested.name().equals("Companion")) {
                return engine.hierarchy.methods(decl.inner(nested, Optional.empty()), name, arguments);
            }
        }
        return List.of();
    }

    private List<Method> picked(List<Method> methods, Expr.Call call, At at) {
        return engine.overloads.pick(methods, call.arguments(), at.site());
    }

    private List<Target> unscoped(Expr.Call call, At at) {
        int arguments = call.arguments().size();
        int innermost = at.site().enclosing().size();
        for (int depth = innermost; depth > 0; depth--) {
            TypeDecl decl = TypeDecl.around(at.site(), depth);
            List<Method> methods = withCompanion(decl, call.name(), arguments);
            if (!methods.isEmpty()) {
                Optional<At> self = depth == innermost ? at.frame().self() : Optional.empty();
                return dispatched(decl, methods, self, call, at);
            }
        }
        for (TypeDecl decl : engine.declarations.topLevel(call.name(), at.site())) {
            List<Method> methods = withCompanion(decl, call.name(), arguments);
            if (!methods.isEmpty()) {
                return picked(methods, call, at).stream()
                        .map(m -> new Target(m, Optional.empty()))
                        .toList();
            }
        }
        for (ImportFact fact : at.site().file().imports()) {
            int dot = fact.name().lastIndexOf('.');
            String owner =
                    fact.wildcard() ? fact.name() : dot < 0 ? "" : fact.name().substring(0, dot);
            if (!fact.wildcard() && !fact.simpleName().equals(call.name()) || owner.isEmpty()) {
                continue;
            }
            Optional<TypeDecl> decl = engine.hierarchy.find(owner, at.site().module());
            List<Method> methods =
                    decl.map(d -> withCompanion(d, call.name(), arguments)).orElse(List.of());
            if (!methods.isEmpty()) {
                return picked(methods, call, at).stream()
                        .map(m -> new Target(m, Optional.empty()))
                        .toList();
            }
        }
        return List.of();
    }

    private List<Target> onSelf(Expr.Self self, Expr.Call call, At at) {
        int arguments = call.arguments().size();
        TypeDecl around = TypeDecl.around(at.site());
        if (self.isSuper()) {
            List<TypeDecl> lineage = engine.hierarchy.lineage(around);
            for (TypeDecl above : lineage.subList(1, lineage.size())) {
                List<Method> methods =
                        Hierarchy.declared(above, m -> m.name().equals(call.name()) && Hierarchy.accepts(m, arguments));
                if (!methods.isEmpty()) {
                    return picked(methods, call, at).stream()
                            .map(m -> new Target(m, at.frame().self()))
                            .toList();
                }
            }
            return List.of();
        }
        if (self.type().isPresent()) {
            for (int depth = at.site().enclosing().size(); depth > 0; depth--) {
                TypeDecl outer = TypeDecl.around(at.site(), depth);
                if (outer.type()
                        .name()
                        .equals(Occurrences.lastSegment(self.type().get()))) {
                    around = outer;
                    break;
                }
            }
        }
        List<Method> methods = engine.hierarchy.methods(around, call.name(), arguments);
        Optional<At> object =
                self.type().isPresent() ? Optional.empty() : at.frame().self();
        return methods.isEmpty() ? List.of() : dispatched(around, methods, object, call, at);
    }

    private List<Target> dispatched(TypeDecl decl, List<Method> methods, Optional<At> self, Expr.Call call, At at) {
        List<Method> fitting = picked(methods, call, at);
        if (fitting.stream().allMatch(m -> m.facts().isStatic())) {
            return fitting.stream().map(m -> new Target(m, Optional.empty())).toList();
        }
        if (self.isPresent()) {
            List<Target> found = onRuntimeTypes(decl, self.get(), call, at);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return all(decl, fitting, call, at);
    }

    /** The methods themselves and whatever overrides them below that type. */
    private List<Target> all(TypeDecl decl, List<Method> methods, Expr.Call call, At at) {
        Set<Method> found = new LinkedHashSet<>(methods);
        List<Method> below =
                engine.hierarchy.overrides(decl, call.name(), call.arguments().size());
        found.addAll(picked(below, call, at).isEmpty() ? below : matching(below, call, at));
        return found.stream()
                .filter(m -> !m.facts().body().statements().isEmpty() || found.size() == 1)
                .map(m -> new Target(m, Optional.empty()))
                .toList();
    }

    private List<Method> matching(List<Method> below, Expr.Call call, At at) {
        List<Method> found = new ArrayList<>();
        for (Method method : below) {
            List<Method> sameType =
                    below.stream().filter(m -> m.decl().equals(method.decl())).toList();
            if (picked(sameType, call, at).contains(method)) {
                found.add(method);
            }
        }
        return found;
    }

    private List<Target> onObject(Expr.Call call, At receiver, At at) {
        Optional<TypeDecl> decl = engine.typing
                .of(receiver.expr(), at.site())
                .flatMap(t -> engine.hierarchy.find(t.name(), at.site().module()));
        if (decl.isEmpty() && engine.typing.of(receiver.expr(), at.site()).isPresent()) {
            return List.of();
        }
        List<Target> found = onRuntimeTypes(decl.orElse(null), receiver, call, at);
        if (!found.isEmpty() || decl.isEmpty()) {
            return found;
        }
        List<Method> methods = picked(
                engine.hierarchy.methods(
                        decl.get(), call.name(), call.arguments().size()),
                call,
                at);
        List<Target> all = all(decl.get(), methods, call, at);
        return methods.isEmpty() && !isInterfaceLike(decl.get()) ? List.of() : all;
    }

    private static boolean isInterfaceLike(TypeDecl decl) {
        return decl.type().kind() == TypeFacts.Kind.INTERFACE;
    }

    /** The methods of the classes whose objects the receiver can be, where all of these are known. */
    private List<Target> onRuntimeTypes(TypeDecl declared, At receiver, Expr.Call call, At at) {
        List<Target> found = new ArrayList<>();
        for (At producer : engine.producers(receiver)) {
            Optional<TypeDecl> type = engine.objects.runtimeType(producer);
            if (type.isEmpty() || declared != null && !below(type.get(), declared)) {
                return List.of();
            }
            List<Method> methods = engine.hierarchy.methods(
                    type.get(), call.name(), call.arguments().size());
            picked(methods, call, at).forEach(m -> found.add(new Target(m, Optional.of(receiver))));
        }
        return found.stream().distinct().toList();
    }

    private boolean below(TypeDecl type, TypeDecl declared) {
        return type.equals(declared) || engine.hierarchy.supertypes(type).contains(declared.qualifiedName());
    }

    /** Getters that Lombok generates, and accessors of records. */
    private Optional<List<Source>> generated(Expr.Call call, At at) {
        if (!call.arguments().isEmpty()) {
            return Optional.empty();
        }
        Optional<TypeDecl> decl;
        Optional<At> self;
        if (call.scope().isEmpty() || call.scope().get() instanceof Expr.Self) {
            decl = Optional.of(TypeDecl.around(at.site()));
            self = at.frame().self();
        } else {
            At receiver = at.of(call.scope().get());
            decl = engine.typing
                    .of(receiver.expr(), at.site())
                    .flatMap(t -> engine.hierarchy.find(t.name(), at.site().module()));
            self = Optional.of(receiver);
        }
        Optional<At> object = self;
        return decl.flatMap(d -> engine.lombok.read(d, call.name())).map(m -> engine.fields.of(m, object));
    }
}
