package dev.keyguard.usage;

import dev.keyguard.source.code.Expr;
import java.util.ArrayList;
import java.util.List;

/** The direct parts of an expression, in source order. */
final class Parts {
    private Parts() {}

    static List<Expr> of(Expr expression) {
        List<Expr> parts = new ArrayList<>();
        if (expression instanceof Expr.Member member) {
            parts.add(member.scope());
        } else if (expression instanceof Expr.Call call) {
            call.scope().ifPresent(parts::add);
            parts.addAll(call.arguments());
        } else if (expression instanceof Expr.New created) {
            parts.addAll(created.arguments());
        } else if (expression instanceof Expr.ConstructorCall call) {
            parts.addAll(call.arguments());
        } else if (expression instanceof Expr.Conditional conditional) {
            parts.addAll(List.of(conditional.condition(), conditional.whenTrue(), conditional.whenFalse()));
        } else if (expression instanceof Expr.Switch choice) {
            parts.add(choice.selector());
            choice.branches().forEach(branch -> parts.addAll(branch.results()));
        } else if (expression instanceof Expr.Concat concat) {
            parts.addAll(concat.parts());
        } else if (expression instanceof Expr.Operation operation) {
            parts.addAll(operation.operands());
        } else if (expression instanceof Expr.ArrayLiteral array) {
            parts.addAll(array.elements());
        } else if (expression instanceof Expr.Index index) {
            parts.addAll(List.of(index.array(), index.index()));
        } else if (expression instanceof Expr.MethodRef reference) {
            parts.add(reference.scope());
        } else if (expression instanceof Expr.Assign assign) {
            parts.addAll(List.of(assign.target(), assign.value()));
        } else if (expression instanceof Expr.Cast cast) {
            parts.add(cast.expression());
        } else if (expression instanceof Expr.Lambda lambda) {
            parts.addAll(lambda.results());
        }
        return parts;
    }
}
