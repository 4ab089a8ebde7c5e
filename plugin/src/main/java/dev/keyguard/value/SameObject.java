package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Statement;
import dev.keyguard.value.Hierarchy.Method;
import dev.keyguard.value.Linker.Located;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the calls made on one object: along a fluent chain, and in other statements on the same variable. */
final class SameObject {
    private static final int MAX_VISITS = 400;

    private final Engine engine;

    SameObject(Engine engine) {
        this.engine = engine;
    }

    /** All calls on the object that the expression gives, the expression itself included if it is one. */
    List<At> calls(At at) {
        Search search = new Search();
        search.visit(at);
        search.continued(at);
        List<At> found = new ArrayList<>(search.found);
        found.sort(Comparator.comparing(a -> a.expr().place()));
        return found;
    }

    private final class Search {
        private final Set<At> found = new LinkedHashSet<>();
        private final Set<Object> variables = Collections.newSetFromMap(new IdentityHashMap<>());
        private int visits;

        /** The calls along the chain that ends with that expression, down to what made the object. */
        private void visit(At start) {
            engine.worked();
            At at = start;
            boolean outermost = true;
            while (++visits < MAX_VISITS * 100) {
                if (at.expr() instanceof Expr.Cast cast) {
                    at = at.of(cast.expression());
                } else if (at.expr() instanceof Expr.Call call && call.scope().isPresent()) {
                    At receiver = at.of(call.scope().get());
                    boolean factory =
                            engine.types.of(receiver.expr(), at.site()).isPresent();
                    if (!outermost && !factory && !sameType(at, receiver)) {
                        inside(at);
                        return;
                    }
                    found.add(at);
                    if (factory) {
                        inside(at);
                        return;
                    }
                    at = receiver;
                    outermost = false;
                } else {
                    break;
                }
            }
            if (at.expr() instanceof Expr.Call) {
                found.add(at);
                inside(at);
            } else if (at.expr() instanceof Expr.Self && at.frame().self().isPresent()) {
                if (++visits < MAX_VISITS) {
                    visit(at.frame().self().get());
                }
            } else if (at.expr() instanceof Expr.New) {
                found.add(at);
            } else if (at.expr() instanceof Expr.Name || at.expr() instanceof Expr.Member) {
                variable(at);
            } else if (at.expr() instanceof Expr.Conditional choice && visits < MAX_VISITS) {
                visit(at.of(choice.whenTrue()));
                visit(at.of(choice.whenFalse()));
            }
        }

        private boolean sameType(At one, At other) {
            Optional<String> type = engine.typing.name(one.expr(), one.site());
            Optional<String> receiver = engine.typing.name(other.expr(), other.site());
            return type.isEmpty() && receiver.isEmpty() || type.isPresent() && type.equals(receiver);
        }

        /** The chain goes on inside the workspace's own method that returns the object. */
        private void inside(At call) {
            if (++visits > MAX_VISITS) {
                return;
            }
            for (OwnCalls.Target target : engine.ownCalls.targets(call)) {
                Method method = target.method();
                if (!variables.add(method.facts())) {
                    continue;
                }
                Frame frame = engine.frames.call(method.facts(), call, target.self());
                List<Statement> statements = method.facts().body().statements();
                for (int i = 0; i < statements.size(); i++) {
                    if (statements.get(i) instanceof Statement.Return result
                            && !(result.value() instanceof Expr.Self)) {
                        Site site = engine.declarations.bodies().site(method.decl(), method.facts(), i);
                        visit(new At(result.value(), site, frame));
                    }
                }
            }
        }

        private void variable(At at) {
            Optional<Binding> binding = engine.fields.binding(at);
            if (binding.isEmpty() || ++visits > MAX_VISITS) {
                return;
            }
            if (binding.get() instanceof Binding.Local local) {
                if (variables.add(local.statement())) {
                    made(local, at);
                    uses(name(local), local.decl(), local.method(), at.frame(), binding.get());
                }
            } else if (binding.get() instanceof Binding.MethodParameter parameter) {
                if (variables.add(parameter.parameter())) {
                    uses(parameter.parameter().name(), parameter.decl(), parameter.method(), at.frame(), binding.get());
                    given(parameter, at);
                }
            } else if (binding.get() instanceof Binding.LambdaParameter parameter) {
                if (variables.add(parameter.parameter())) {
                    inFile(parameter.parameter().name(), at, binding.get());
                }
            } else if (binding.get() instanceof Binding.Field field && variables.add(identity(field))) {
                field(field, at);
            }
        }

        private Object identity(Binding.Field field) {
            return field.member()
                    .field()
                    .<Object>map(f -> f)
                    .orElse(field.member().decl().type());
        }

        private String name(Binding.Local local) {
            if (local.statement() instanceof Statement.Local variable) {
                return variable.name();
            }
            return local.statement() instanceof Statement.ForEach loop ? loop.name() : "";
        }

        private void made(Binding.Local local, At at) {
            for (Source source : engine.flow.of(local, at)) {
                if (source instanceof Source.Of of && visits < MAX_VISITS) {
                    visit(of.at());
                }
            }
        }

        private void given(Binding.MethodParameter parameter, At at) {
            for (Source source : engine.flow.given(parameter, at)) {
                if (source instanceof Source.Of of && visits < MAX_VISITS) {
                    visit(of.at());
                }
            }
        }

        private void field(Binding.Field field, At at) {
            FieldFlow.initializer(field.member()).ifPresent(s -> visit(((Source.Of) s).at()));
            engine.fields.assigned(field.member()).forEach(a -> visit(new At(a.value(), a.site(), Frame.NONE)));
            String name = FieldFlow.name(field.member());
            for (Located located :
                    engine.declarations.in(field.member().decl().file()).callsOn(name)) {
                use(located, name, at.frame(), field);
            }
        }

        private void uses(String name, TypeDecl decl, MethodFacts method, Frame frame, Binding binding) {
            for (Located located : engine.declarations.in(decl.file()).callsOn(name)) {
                if (located.site().methods().stream()
                        .anyMatch(m -> m.filter(x -> x == method).isPresent())) {
                    use(located, name, frame, binding);
                }
            }
        }

        private void inFile(String name, At at, Binding binding) {
            for (Located located : engine.declarations.in(at.site().file()).callsOn(name)) {
                if (located.site().method().equals(at.site().method())) {
                    use(located, name, at.frame(), binding);
                }
            }
        }

        /** Adds the call if its chain begins with the variable, or follows the variable into the method called. */
        private void use(Located located, String name, Frame frame, Binding binding) {
            engine.worked();
            if (!(located.expression() instanceof Expr.Call call)) {
                return;
            }
            At at = new At(call, located.site(), frame);
            if (call.scope().isPresent() && begins(call.scope().get(), name, at, binding)) {
                found.add(at);
            }
            for (int i = 0; i < call.arguments().size(); i++) {
                if (isVariable(call.arguments().get(i), name, at, binding)) {
                    passed(call, i, at);
                }
            }
        }

        private boolean begins(Expr scope, String name, At at, Binding binding) {
            Expr next = scope;
            while (next instanceof Expr.Call call && call.scope().isPresent()) {
                if (!sameType(at.of(call), at.of(call.scope().get()))) {
                    return false;
                }
                next = call.scope().get();
            }
            return isVariable(next, name, at, binding);
        }

        private boolean isVariable(Expr expr, String name, At at, Binding binding) {
            boolean named = expr instanceof Expr.Name n && n.name().equals(name)
                    || expr instanceof Expr.Member m && m.name().equals(name);
            return named
                    && engine.fields
                            .binding(at.of(expr))
                            .filter(b -> same(b, binding))
                            .isPresent();
        }

        private void passed(Expr.Call call, int index, At at) {
            if (++visits > MAX_VISITS) {
                return;
            }
            for (OwnCalls.Target target : engine.ownCalls.targets(at)) {
                MethodFacts method = target.method().facts();
                if (index < method.parameters().size()
                        && variables.add(method.parameters().get(index))) {
                    TypeDecl decl = target.method().decl();
                    Binding.MethodParameter parameter =
                            new Binding.MethodParameter(decl, method, index, decl.endOf(method));
                    Frame frame = engine.frames.call(method, at, target.self());
                    uses(parameter.parameter().name(), decl, method, frame, parameter);
                }
            }
        }

        private boolean same(Binding one, Binding other) {
            if (one instanceof Binding.Local a && other instanceof Binding.Local b) {
                return a.statement() == b.statement();
            } else if (one instanceof Binding.MethodParameter a && other instanceof Binding.MethodParameter b) {
                return a.parameter() == b.parameter();
            } else if (one instanceof Binding.LambdaParameter a && other instanceof Binding.LambdaParameter b) {
                return a.parameter() == b.parameter();
            }
            return one instanceof Binding.Field a
                    && other instanceof Binding.Field b
                    && FieldFlow.sameMember(a.member(), b.member());
        }

        /** The variable that the statement around the chain puts the object into. */
        private void continued(At at) {
            Optional<MethodFacts> method = at.site().method();
            List<Statement> statements = method.map(m -> m.body().statements()).orElse(List.of());
            if (at.site().index() < 0 || at.site().index() >= statements.size()) {
                return;
            }
            Statement statement = statements.get(at.site().index());
            if (statement instanceof Statement.Local local
                    && local.initializer().filter(e -> ends(e, at)).isPresent()) {
                variable(at.of(new Expr.Name(local.name(), local.place())));
            } else if (statement instanceof Statement.Assignment assignment && ends(assignment.value(), at)) {
                variable(at.of(assignment.target()));
            }
        }

        /** Whether a chain gives the same object as the expression further down in it. */
        private boolean ends(Expr whole, At at) {
            Expr next = whole;
            while (next != at.expr()) {
                if (!(next instanceof Expr.Call call)
                        || call.scope().isEmpty()
                        || !sameType(at.of(call), at.of(call.scope().get()))) {
                    return false;
                }
                next = call.scope().get();
            }
            if (whole != at.expr()) {
                visit(at.of(whole));
            }
            return true;
        }
    }
}
