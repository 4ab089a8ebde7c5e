package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The expressions directly inside an expression or a statement. */
final class Expressions {
    private Expressions() {}

    static List<Expr> of(Statement statement) {
        if (statement instanceof Statement.Local local) {
            return local.initializer().map(List::of).orElse(List.of());
        } else if (statement instanceof Statement.ForEach loop) {
            return List.of(loop.iterable());
        } else if (statement instanceof Statement.Assignment assignment) {
            return List.of(assignment.target(), assignment.value());
        } else if (statement instanceof Statement.Return result) {
            return List.of(result.value());
        } else if (statement instanceof Statement.Effect effect) {
            return List.of(effect.expression());
        } else if (statement instanceof Statement.Throw thrown) {
            return List.of(thrown.value());
        }
        return List.of();
    }

    static List<Expr> of(Expr expression) {
        if (expression instanceof Expr.Call call) {
            return joined(call.scope(), call.arguments());
        } else if (expression instanceof Expr.New creation) {
            return creation.arguments();
        } else if (expression instanceof Expr.Member member) {
            return List.of(member.scope());
        } else if (expression instanceof Expr.ConstructorCall call) {
            return call.arguments();
        } else if (expression instanceof Expr.Conditional choice) {
            return List.of(choice.condition(), choice.whenTrue(), choice.whenFalse());
        } else if (expression instanceof Expr.Switch choice) {
            List<Expr> all = new ArrayList<>();
            all.add(choice.selector());
            choice.branches().forEach(branch -> all.addAll(branch.results()));
            return all;
        } else if (expression instanceof Expr.Concat concat) {
            return concat.parts();
        } else if (expression instanceof Expr.Operation operation) {
            return operation.operands();
        } else if (expression instanceof Expr.ArrayLiteral array) {
            return array.elements();
        } else if (expression instanceof Expr.Index index) {
            return List.of(index.array(), index.index());
        } else if (expression instanceof Expr.Lambda lambda) {
            return lambda.results();
        } else if (expression instanceof Expr.MethodRef reference) {
            return List.of(reference.scope());
        } else if (expression instanceof Expr.Assign assign) {
            return List.of(assign.target(), assign.value());
        } else if (expression instanceof Expr.Cast cast) {
            return List.of(cast.expression());
        }
        return List.of();
    }

    private static List<Expr> joined(Optional<Expr> scope, List<Expr> arguments) {
        if (scope.isEmpty()) {
            return arguments;
        }
        List<Expr> all = new ArrayList<>(arguments.size() + 1);
        all.add(scope.get());
        all.addAll(arguments);
        return all;
    }
}
