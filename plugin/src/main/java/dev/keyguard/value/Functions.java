package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Statement;
import dev.keyguard.value.Hierarchy.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What lambdas and method references return, and calls of those that are kept in variables. */
final class Functions {
    private static final Set<String> CALLS = Set.of("get", "apply", "call", "invoke", "test", "getAsInt", "applyAsInt");

    private final Engine engine;

    Functions(Engine engine) {
        this.engine = engine;
    }

    /** What a function returns: a lambda's results, or what the method behind a reference returns. */
    List<Source> results(At function) {
        List<Source> found = new ArrayList<>();
        for (At producer : engine.producers(function)) {
            if (producer.expr() instanceof Expr.Lambda lambda) {
                lambda.results().forEach(r -> found.add(new Source.Of(producer.in(lambda, r))));
            } else if (producer.expr() instanceof Expr.MethodRef reference) {
                referenced(reference, producer, found);
            } else {
                found.add(new Source.Unknown("what a function returns"));
            }
        }
        return found;
    }

    private void referenced(Expr.MethodRef reference, At at, List<Source> found) {
        Optional<TypeDecl> decl = engine.typing
                .name(reference.scope(), at.site())
                .flatMap(t -> engine.hierarchy.find(t, at.site().module()));
        List<Method> methods = decl.map(d -> engine.hierarchy.lineage(d).stream()
                        .flatMap(t -> Hierarchy.declared(t, m -> m.name().equals(reference.name())).stream())
                        .limit(8)
                        .toList())
                .orElse(List.of());
        if (methods.isEmpty()) {
            found.add(new Source.Unknown("what " + reference.name() + " returns"));
        }
        for (Method method : methods) {
            List<Statement> statements = method.facts().body().statements();
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i) instanceof Statement.Return result) {
                    Site site = engine.declarations.bodies().site(method.decl(), method.facts(), i);
                    found.add(new Source.Of(new At(result.value(), site, Frame.NONE)));
                }
            }
        }
    }

    /** The result of calling a function that is kept in a variable: {@code supplier.get()}, {@code f.apply(x)}. */
    Optional<List<Source>> applied(Expr.Call call, At at) {
        if (!CALLS.contains(call.name()) || call.scope().isEmpty()) {
            return Optional.empty();
        }
        At receiver = at.of(call.scope().get());
        if (engine.types.of(receiver.expr(), at.site()).isPresent()) {
            return Optional.empty();
        }
        List<At> functions = engine.producers(receiver).stream()
                .filter(p -> p.expr() instanceof Expr.Lambda || p.expr() instanceof Expr.MethodRef)
                .toList();
        if (functions.isEmpty()) {
            return Optional.empty();
        }
        List<Source> found = new ArrayList<>();
        functions.forEach(f -> found.addAll(results(f)));
        return Optional.of(found);
    }
}
