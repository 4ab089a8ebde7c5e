package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.TypeFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where objects are made. */
final class Objects {
    private static final int MAX_PRODUCERS = 64;
    /** Library methods that give one of their arguments, or what their receiver holds. */
    private static final Set<String> PASS_ARGUMENT =
            Set.of("requireNonNull", "ofNullable", "of", "just", "checkNotNull", "notNull", "ensureNotNull");

    private static final Set<String> PASS_ANY =
            Set.of("requireNonNullElse", "getOrDefault", "firstNonNull", "defaultIfNull", "orElse");
    private static final Set<String> PASS_RECEIVER = Set.of(
            "get",
            "orElseThrow",
            "orElse",
            "orElseGet",
            "getObject",
            "getIfAvailable",
            "filter",
            "or",
            "getPlain",
            "join");
    private static final Set<String> HOLDERS = Set.of(
            "Optional",
            "Supplier",
            "Provider",
            "ObjectProvider",
            "Instance",
            "Lazy",
            "AtomicReference",
            "Future",
            "CompletableFuture",
            "ThreadLocal",
            "Callable");

    private final Engine engine;

    Objects(Engine engine) {
        this.engine = engine;
    }

    List<At> find(At at) {
        Expr expr = at.expr();
        Set<At> found = new LinkedHashSet<>();
        if (expr instanceof Expr.Name || expr instanceof Expr.Member) {
            variable(at, found);
        } else if (expr instanceof Expr.Call call) {
            call(call, at, found);
        } else if (expr instanceof Expr.Conditional choice) {
            engine.guards.outcomes(choice, at).forEach(outcome -> found.addAll(engine.producers(at.of(outcome))));
        } else if (expr instanceof Expr.Switch choice) {
            engine.guards.branches(choice, at).forEach(result -> found.addAll(engine.producers(result)));
        } else if (expr instanceof Expr.Cast cast) {
            found.addAll(engine.producers(at.of(cast.expression())));
        } else if (expr instanceof Expr.Assign assign) {
            found.addAll(engine.producers(at.of(assign.value())));
        } else if (expr instanceof Expr.Self self
                && !self.isSuper()
                && at.frame().self().isPresent()) {
            found.addAll(engine.producers(at.frame().self().get()));
        } else if (expr instanceof Expr.Index index) {
            from(engine.elements.at(at.of(index.array()), at.of(index.index())), found);
        } else if (expr instanceof Expr.Literal literal && literal.kind() == Expr.Literal.Kind.NULL) {
            return List.of();
        }
        if (found.isEmpty()) {
            found.add(at);
        }
        return found.size() > MAX_PRODUCERS ? List.copyOf(found).subList(0, MAX_PRODUCERS) : List.copyOf(found);
    }

    private void variable(At at, Set<At> found) {
        Optional<Binding> binding = engine.fields.binding(at);
        if (binding.isEmpty() || binding.get() instanceof Binding.Imported) {
            return;
        }
        if (binding.get() instanceof Binding.Field field
                && field.member().constant().isPresent()) {
            return;
        }
        from(engine.fields.sourcesOf(binding.get(), at), found);
        if (found.isEmpty()) {
            found.addAll(engine.beans.producing(binding.get(), at));
        }
    }

    private void call(Expr.Call call, At at, Set<At> found) {
        Optional<List<Source>> own = engine.ownCalls.sources(at);
        if (own.isPresent()) {
            from(own.get(), found);
            return;
        }
        Optional<List<Source>> applied = engine.functions.applied(call, at);
        if (applied.isPresent()) {
            from(applied.get(), found);
            return;
        }
        if (call.scope().isEmpty()) {
            return;
        }
        Optional<CollectionSources.LookUp> lookUp = engine.collections.of(call, at);
        if (lookUp.isPresent()) {
            from(lookUp.get().found(), found);
            lookUp.get().instead().ifPresent(i -> found.addAll(engine.producers(i)));
            return;
        }
        At receiver = at.of(call.scope().get());
        boolean isStatic = engine.types.of(receiver.expr(), at.site()).isPresent();
        Optional<Ty> type = engine.typing.of(receiver.expr(), at.site());
        if (isStatic
                && type.isPresent()
                && call.name().equals("valueOf")
                && call.arguments().size() == 1) {
            enumConstants(type.get().name(), at.of(call.arguments().get(0)), found);
        } else if (isStatic
                && type.isPresent()
                && type.get().is("Objects", "Optional", "Preconditions", "Assert", "Mono")) {
            if (PASS_ARGUMENT.contains(call.name()) && !call.arguments().isEmpty()) {
                found.addAll(engine.producers(at.of(call.arguments().get(0))));
            } else if (PASS_ANY.contains(call.name())) {
                call.arguments().forEach(a -> found.addAll(engine.producers(at.of(a))));
            }
        } else if (!isStatic
                && type.filter(t -> HOLDERS.contains(t.simpleName())).isPresent()
                && PASS_RECEIVER.contains(call.name())) {
            found.addAll(engine.producers(receiver));
            found.remove(receiver);
            if (call.arguments().isEmpty()) {
                return;
            }
            if (call.name().equals("orElse")) {
                found.addAll(engine.producers(at.of(call.arguments().get(0))));
            } else if (call.name().equals("orElseGet") || call.name().equals("or")) {
                from(engine.functions.results(at.of(call.arguments().get(0))), found);
            }
        }
    }

    /** {@code Kind.valueOf(name)}: the constant of that name, or any where the name is not known. */
    private void enumConstants(String type, At name, Set<At> found) {
        Optional<TypeDecl> decl = engine.hierarchy.find(type, name.site().module());
        if (decl.isEmpty()) {
            return;
        }
        List<String> names = engine.texts(name);
        for (TypeFacts.EnumConstant constant : decl.get().type().constants()) {
            if (names.isEmpty() || names.contains(constant.name())) {
                found.add(engine.elements.constant(decl.get(), constant));
            }
        }
    }

    private void from(List<Source> sources, Set<At> found) {
        for (Source source : engine.expanded(sources)) {
            if (source instanceof Source.Of of) {
                found.addAll(engine.producers(of.at()));
            }
            if (found.size() > MAX_PRODUCERS) {
                return;
            }
        }
    }

    /** The class of the object that a producer makes, where the workspace declares it. */
    Optional<TypeDecl> runtimeType(At producer) {
        Expr expr = producer.expr();
        if (expr instanceof Expr.New creation) {
            if (creation.body().isPresent()) {
                return Optional.of(TypeDecl.around(producer.site())
                        .inner(creation.body().get(), producer.site().method()));
            }
            return engine.hierarchy.find(
                    engine.names.resolve(creation.type().name(), producer.site()),
                    producer.site().module());
        }
        if (expr instanceof Expr.Name || expr instanceof Expr.Member) {
            return engine.fields
                    .binding(producer)
                    .filter(b -> b instanceof Binding.Field f
                            && f.member().constant().isPresent())
                    .map(b -> constantType(((Binding.Field) b).member()));
        }
        if (expr instanceof Expr.Call call && call.name().equals("build")) {
            return engine.typing
                    .of(expr, producer.site())
                    .flatMap(
                            t -> engine.hierarchy.find(t.name(), producer.site().module()));
        }
        return Optional.empty();
    }

    private static TypeDecl constantType(Hierarchy.Member member) {
        List<TypeFacts> body = member.constant().orElseThrow().body();
        return body.isEmpty() ? member.decl() : member.decl().inner(body.get(0), Optional.empty());
    }

    /** The producers as the public question wants them. */
    Set<Linker.Located> located(At at) {
        Set<Linker.Located> found = new LinkedHashSet<>();
        for (At producer : new ArrayList<>(engine.producers(at))) {
            found.add(new Linker.Located(producer.expr(), producer.site()));
        }
        return found;
    }
}
