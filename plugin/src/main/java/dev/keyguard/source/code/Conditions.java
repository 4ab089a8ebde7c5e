package dev.keyguard.source.code;

import dev.keyguard.source.code.Body.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which comparisons with something written must hold for a condition to be true, or false. */
public final class Conditions {
    private static final int MAX_DEPTH = 20;

    private Conditions() {}

    /** What holds where the condition is true. */
    public static List<Test> whenTrue(Expr condition) {
        return tests(condition, true, 0);
    }

    /** What holds where the condition is false. */
    public static List<Test> whenFalse(Expr condition) {
        return tests(condition, false, 0);
    }

    private static List<Test> tests(Expr condition, boolean truth, int depth) {
        if (depth > MAX_DEPTH) {
            return List.of();
        } else if (condition instanceof Expr.Operation operation) {
            List<Expr> operands = operation.operands();
            switch (operation.operator()) {
                case "!":
                    return operands.size() == 1 ? tests(operands.get(0), !truth, depth + 1) : List.of();
                case "&&", "||":
                    return joined(operands, truth, operation.operator().equals("&&") == truth, depth);
                case "==", "!=":
                    return operands.size() == 2
                            ? comparison(
                                            operands.get(0),
                                            operands.get(1),
                                            operation.operator().equals("==") == truth,
                                            false)
                                    .map(List::of)
                                    .orElse(List.of())
                            : List.of();
                default:
                    return List.of();
            }
        } else if (condition instanceof Expr.Call call
                && call.scope().isPresent()
                && call.arguments().size() == 1
                && (call.name().equals("equals") || call.name().equals("equalsIgnoreCase"))) {
            return comparison(
                            call.scope().get(),
                            call.arguments().get(0),
                            truth,
                            call.name().equals("equalsIgnoreCase"))
                    .map(List::of)
                    .orElse(List.of());
        }
        return List.of();
    }

    /** All operands hold, or at least one does: then it tells something only if all are about the same subject. */
    private static List<Test> joined(List<Expr> operands, boolean truth, boolean all, int depth) {
        List<Test> found = new ArrayList<>();
        List<Expr> labels = new ArrayList<>();
        for (Expr operand : operands) {
            List<Test> tests = tests(operand, truth, depth + 1);
            found.addAll(tests);
            if (all) {
                continue;
            }
            boolean same = tests.size() == 1
                    && tests.get(0).equal()
                    && isSame(tests.get(0).subject(), found.get(0).subject());
            if (!same) {
                return List.of();
            }
            labels.addAll(tests.get(0).labels());
        }
        return all || found.isEmpty()
                ? List.copyOf(found)
                : List.of(new Test(
                        found.get(0).subject(),
                        List.copyOf(labels),
                        true,
                        found.stream().anyMatch(Test::ignoreCase)));
    }

    private static boolean isSame(Expr one, Expr other) {
        return one instanceof Expr.Name a
                && other instanceof Expr.Name b
                && a.name().equals(b.name());
    }

    private static Optional<Test> comparison(Expr left, Expr right, boolean equal, boolean ignoreCase) {
        if (isWritten(left) == isWritten(right)) {
            return Optional.empty();
        }
        return Optional.of(
                isWritten(left)
                        ? new Test(right, List.of(left), equal, ignoreCase)
                        : new Test(left, List.of(right), equal, ignoreCase));
    }

    /** A text, or a name in the spelling of constants. */
    private static boolean isWritten(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            return literal.kind() == Expr.Literal.Kind.STRING;
        }
        String name = expr instanceof Expr.Name simple
                ? simple.name()
                : expr instanceof Expr.Member member ? member.name() : "";
        return name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT));
    }
}
