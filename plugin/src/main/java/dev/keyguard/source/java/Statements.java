package dev.keyguard.source.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.visitor.VoidVisitorAdapter;
import dev.keyguard.source.code.Body.BlockKind;
import dev.keyguard.source.code.Body.Test;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Conditions;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Statement.Catch;
import dev.keyguard.source.code.Statement.Effect;
import dev.keyguard.source.code.Statement.ForEach;
import dev.keyguard.source.code.Statement.Throw;
import dev.keyguard.source.code.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Lowers statements. */
final class Statements extends VoidVisitorAdapter<Void> {
    private final Lowering file;
    private final BodyBuilder body;
    private final Expressions expressions;

    Statements(Lowering file, BodyBuilder body) {
        this.file = file;
        this.body = body;
        this.expressions = file.expressions(body);
    }

    /** Lowers a statement into the open block; a block's statements go there too, without one of their own. */
    void lower(Statement statement) {
        if (statement instanceof BlockStmt block) {
            all(block.getStatements());
        } else {
            statement.accept(this, null);
        }
    }

    private void all(NodeList<Statement> statements) {
        statements.forEach(statement -> statement.accept(this, null));
    }

    private void effect(Expression expression) {
        Expr lowered = expressions.lower(expression);
        body.add(block -> new Effect(lowered, block));
    }

    @Override
    public void visit(ExpressionStmt statement, Void none) {
        Expression expression = statement.getExpression();
        if (expression instanceof SwitchExpr onlyForItsEffect) {
            expressions.branches().switchStatement(onlyForItsEffect.getSelector(), onlyForItsEffect.getEntries());
        } else if (expression instanceof AssignExpr || expression instanceof VariableDeclarationExpr) {
            expressions.lower(expression);
        } else {
            effect(expression);
        }
    }

    @Override
    public void visit(BlockStmt statement, Void none) {
        body.in(BlockKind.PLAIN, () -> all(statement.getStatements()));
    }

    @Override
    public void visit(IfStmt statement, Void none) {
        Statement next = statement;
        List<Test> otherwise = new ArrayList<>();
        boolean leaves = true;
        while (next instanceof IfStmt branch) {
            Expr condition = expressions.lower(branch.getCondition());
            body.add(block -> new Effect(condition, block));
            body.in(BlockKind.BRANCH, () -> {
                body.guard(otherwise);
                body.guard(Conditions.whenTrue(condition));
                lower(branch.getThenStmt());
            });
            otherwise.addAll(Conditions.whenFalse(condition));
            leaves &= Leaving.is(branch.getThenStmt());
            next = branch.getElseStmt().orElse(null);
        }
        if (next != null) {
            Statement last = next;
            body.in(BlockKind.BRANCH, () -> {
                body.guard(otherwise);
                lower(last);
            });
        }
        if (leaves) {
            body.guard(otherwise);
        }
    }

    @Override
    public void visit(SwitchStmt statement, Void none) {
        expressions.branches().switchStatement(statement.getSelector(), statement.getEntries());
    }

    @Override
    public void visit(WhileStmt statement, Void none) {
        effect(statement.getCondition());
        body.in(BlockKind.LOOP, () -> lower(statement.getBody()));
    }

    @Override
    public void visit(DoStmt statement, Void none) {
        body.in(BlockKind.LOOP, () -> lower(statement.getBody()));
        effect(statement.getCondition());
    }

    @Override
    public void visit(ForStmt statement, Void none) {
        body.in(BlockKind.PLAIN, () -> {
            statement.getInitialization().forEach(expressions::lower);
            statement.getCompare().ifPresent(this::effect);
            body.in(BlockKind.LOOP, () -> {
                lower(statement.getBody());
                statement.getUpdate().forEach(this::effect);
            });
        });
    }

    @Override
    public void visit(ForEachStmt statement, Void none) {
        Expr iterable = expressions.lower(statement.getIterable());
        var variable = statement.getVariable().getVariable(0);
        body.in(BlockKind.LOOP, () -> {
            body.add(block -> new ForEach(
                    variable.getNameAsString(),
                    TypeNames.of(variable.getType()),
                    iterable,
                    block,
                    file.places().of(variable.getName())));
            lower(statement.getBody());
        });
    }

    @Override
    public void visit(TryStmt statement, Void none) {
        int guarded = body.in(BlockKind.TRY, () -> {
            for (Expression resource : statement.getResources()) {
                if (resource instanceof VariableDeclarationExpr) {
                    expressions.lower(resource);
                } else {
                    effect(resource);
                }
            }
            lower(statement.getTryBlock());
        });
        statement.getCatchClauses().forEach(clause -> handler(clause, guarded));
        statement.getFinallyBlock().ifPresent(last -> last.accept(this, null));
    }

    private void handler(CatchClause clause, int guarded) {
        var parameter = clause.getParameter();
        Type type = parameter.getType();
        List<TypeRef> types =
                type instanceof UnionType union ? TypeNames.all(union.getElements()) : List.of(TypeNames.of(type));
        body.addCatch(
                opened -> block -> new Catch(
                        types,
                        parameter.getNameAsString(),
                        guarded,
                        opened,
                        block,
                        file.places().of(clause)),
                () -> lower(clause.getBody()));
    }

    @Override
    public void visit(SynchronizedStmt statement, Void none) {
        effect(statement.getExpression());
        statement.getBody().accept(this, none);
    }

    @Override
    public void visit(ReturnStmt statement, Void none) {
        Expr value = statement
                .getExpression()
                .map(expressions::lower)
                .orElseGet(() -> new Expr.Opaque("nothing", file.places().of(statement)));
        body.returns(value);
    }

    @Override
    public void visit(YieldStmt statement, Void none) {
        body.yields(expressions.lower(statement.getExpression()));
    }

    @Override
    public void visit(ThrowStmt statement, Void none) {
        Expr value = expressions.lower(statement.getExpression());
        body.add(block -> new Throw(value, block));
    }

    @Override
    public void visit(AssertStmt statement, Void none) {
        effect(statement.getCheck());
        statement.getMessage().ifPresent(this::effect);
    }

    @Override
    public void visit(ExplicitConstructorInvocationStmt statement, Void none) {
        List<Expr> arguments = expressions.lowerAll(statement.getArguments());
        body.add(block -> new Effect(
                new Expr.ConstructorCall(
                        !statement.isThis(), arguments, file.places().of(statement)),
                block));
    }

    @Override
    public void visit(LocalClassDeclarationStmt statement, Void none) {
        body.addLocalType(file.types().lower(statement.getClassDeclaration()));
    }

    @Override
    public void visit(LocalRecordDeclarationStmt statement, Void none) {
        body.addLocalType(file.types().lower(statement.getRecordDeclaration()));
    }
}
