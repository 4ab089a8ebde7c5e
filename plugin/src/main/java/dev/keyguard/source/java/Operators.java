package dev.keyguard.source.java;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.keyguard.source.Place;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Lowers binary operators and assignments. */
final class Operators {
    private final Lowering file;
    private final BodyBuilder body;
    private final Expressions expressions;

    Operators(Lowering file, BodyBuilder body, Expressions expressions) {
        this.file = file;
        this.body = body;
        this.expressions = expressions;
    }

    /** {@code a + b + c} from the right: a concatenation can have thousands of parts. */
    Expr binary(BinaryExpr binary) {
        Deque<Expression> operands = new ArrayDeque<>();
        Expression left = binary;
        while (left instanceof BinaryExpr same && same.getOperator() == binary.getOperator()) {
            operands.push(same.getRight());
            left = Expressions.unwrapped(same.getLeft());
        }
        operands.push(left);
        List<Expr> parts = expressions.lowerAll(List.copyOf(operands));
        boolean text = binary.getOperator() == BinaryExpr.Operator.PLUS
                && !parts.stream().allMatch(Operators::isNumber);
        return text
                ? new Expr.Concat(parts, file.places().of(binary))
                : new Expr.Operation(
                        binary.getOperator().asString(), parts, parts.get(0).place());
    }

    private static boolean isNumber(Expr expr) {
        return expr instanceof Expr.Literal literal && literal.kind() == Expr.Literal.Kind.NUMBER;
    }

    Expr assign(AssignExpr assign) {
        Place place = file.places().of(assign);
        Expr target = expressions.lower(assign.getTarget());
        Expr operand = expressions.lower(assign.getValue());
        List<Expr> both = List.of(former(target), operand);
        Expr value = switch (assign.getOperator()) {
            case ASSIGN -> operand;
            case PLUS -> new Expr.Concat(both, place);
            default -> new Expr.Operation(assign.getOperator().asString(), both, place);
        };
        body.add(block -> new Statement.Assignment(target, value, block));
        return new Expr.Assign(target, value, place);
    }

    /** What a compound assignment reads. Only of a simple target: nested ones would double at each level. */
    private static Expr former(Expr target) {
        boolean simple = target instanceof Expr.Name
                || target instanceof Expr.Member member
                        && (member.scope() instanceof Expr.Name || member.scope() instanceof Expr.Self);
        return simple ? target : new Expr.Opaque("former value", target.place());
    }
}
