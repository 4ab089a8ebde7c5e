package dev.keyguard.source.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.keyguard.source.code.Body;
import dev.keyguard.source.code.Body.BlockKind;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Statement.Effect;
import java.util.ArrayList;
import java.util.List;

/** Lowers what opens blocks inside an expression: lambdas, switches, the branches of a conditional. */
final class Branches {
    private final Lowering file;
    private final BodyBuilder body;
    private final Expressions expressions;
    private final Variables variables;

    Branches(Lowering file, BodyBuilder body, Expressions expressions, Variables variables) {
        this.file = file;
        this.body = body;
        this.expressions = expressions;
        this.variables = variables;
    }

    /** One side of a conditional; what it assigns is in a block of its own. */
    Expr branch(Expression expression) {
        List<Expr> result = new ArrayList<>(1);
        body.inIfNeeded(BlockKind.BRANCH, () -> result.add(expressions.lower(expression)));
        return result.get(0);
    }

    Expr lambda(LambdaExpr lambda) {
        List<dev.keyguard.source.code.Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : lambda.getParameters()) {
            parameters.add(file.types().parameter(parameter));
        }
        int[] block = new int[1];
        List<Expr> results = body.collectReturns(() -> block[0] = body.in(BlockKind.LAMBDA, () -> {
            if (lambda.getBody() instanceof ExpressionStmt single) {
                body.returns(expressions.lower(single.getExpression()));
            } else {
                file.statements(body).lower(lambda.getBody());
            }
        }));
        return new Expr.Lambda(
                List.copyOf(parameters),
                block[0],
                List.copyOf(results),
                file.places().of(lambda));
    }

    Expr switchExpression(SwitchExpr expression) {
        Expr selector = expressions.lower(expression.getSelector());
        Guards guards = new Guards(selector, expression.getEntries());
        List<Expr.Switch.Branch> branches = new ArrayList<>();
        List<Expr> labels = new ArrayList<>();
        boolean isDefault = false;
        for (SwitchEntry entry : expression.getEntries()) {
            isDefault |= entry.isDefault();
            int[] block = new int[1];
            List<Expr> results = body.collectYields(
                    () -> block[0] = body.in(BlockKind.BRANCH, () -> entry(entry, guards, labels, true)));
            if (!entry.getStatements().isEmpty()) {
                branches.add(new Expr.Switch.Branch(
                        isDefault ? List.of() : List.copyOf(labels), List.copyOf(results), block[0]));
                labels.clear();
                isDefault = false;
            }
        }
        return new Expr.Switch(selector, List.copyOf(branches), file.places().of(expression));
    }

    /** A switch used as a statement: each entry is a branch; the labels are kept as effects of theirs. */
    void switchStatement(Expression on, NodeList<SwitchEntry> entries) {
        Expr selector = expressions.lower(on);
        body.add(block -> new Effect(selector, block));
        Guards guards = new Guards(selector, entries);
        for (SwitchEntry entry : entries) {
            body.in(BlockKind.BRANCH, () -> entry(entry, guards, new ArrayList<>(), false));
        }
    }

    /** What the selector must be for the entries of a switch to run, in their order. */
    private final class Guards {
        private final Expr selector;
        private final List<Expr> all = new ArrayList<>();
        private final List<Expr> open = new ArrayList<>();
        private boolean openToAll;

        Guards(Expr selector, NodeList<SwitchEntry> entries) {
            this.selector = selector;
            for (SwitchEntry entry : entries) {
                entry.getLabels().stream()
                        .filter(label -> !(label instanceof PatternExpr))
                        .forEach(label -> all.add(expressions.lower(label)));
            }
        }

        Expr selector() {
            return selector;
        }

        /** To be called with the entry's block open; one that falls through adds to the next. */
        void enter(SwitchEntry entry, List<Expr> labels) {
            boolean patterns = entry.getLabels().stream().anyMatch(PatternExpr.class::isInstance);
            openToAll |= entry.isDefault() || patterns;
            open.addAll(labels);
            if (patterns) {
                body.guard(List.of());
            } else if (openToAll) {
                List<Expr> others = new ArrayList<>(all);
                others.removeIf(
                        other -> open.stream().anyMatch(label -> label.place().equals(other.place())));
                body.guard(
                        others.isEmpty()
                                ? List.of()
                                : List.of(new Body.Test(selector, List.copyOf(others), false, false)));
            } else {
                body.guard(List.of(new Body.Test(selector, List.copyOf(open), true, false)));
            }
            boolean arrow = entry.getType() != SwitchEntry.Type.STATEMENT_GROUP;
            if (arrow || Leaving.is(entry.getStatements())) {
                open.clear();
                openToAll = false;
            }
        }
    }

    private void entry(SwitchEntry entry, Guards guards, List<Expr> labels, boolean yields) {
        int before = labels.size();
        for (Expression label : entry.getLabels()) {
            if (label instanceof PatternExpr pattern) {
                variables.declare(pattern, guards.selector());
                labels.add(new Expr.ClassLiteral(
                        TypeNames.of(pattern.getType()), file.places().of(pattern)));
            } else {
                labels.add(expressions.lower(label));
            }
        }
        guards.enter(entry, List.copyOf(labels.subList(before, labels.size())));
        entry.getGuard().ifPresent(guard -> {
            Expr condition = expressions.lower(guard);
            body.add(block -> new Effect(condition, block));
        });
        boolean single = entry.getType() == SwitchEntry.Type.EXPRESSION;
        for (Statement statement : entry.getStatements()) {
            if (yields && single && statement instanceof ExpressionStmt result) {
                body.yields(expressions.lower(result.getExpression()));
            } else {
                file.statements(body).lower(statement);
            }
        }
    }
}
