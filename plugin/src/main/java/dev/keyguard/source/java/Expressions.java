package dev.keyguard.source.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.visitor.GenericVisitorAdapter;
import dev.keyguard.source.Place;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.code.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Lowers expressions. Statements inside them (bodies of lambdas, branches of switches, assignments) go to the body.
 * The trees it makes have a bounded depth, so that those who read them may recurse: what is nested deeper stands as an
 * {@link Statement.Effect} of its own and is {@link Expr.Opaque} in its old place.
 */
final class Expressions extends GenericVisitorAdapter<Expr, Void> {
    private static final int MAX_DEPTH = 400;
    private static final int MAX_CHAIN = 200;

    private final Lowering file;
    private final BodyBuilder body;
    private final Branches branches;
    private final Variables variables;
    private final Operators operators;
    private int depth;

    Expressions(Lowering file, BodyBuilder body) {
        this.file = file;
        this.body = body;
        this.variables = new Variables(file, body);
        this.operators = new Operators(file, body, this);
        this.branches = new Branches(file, body, this, variables);
    }

    Expr lower(Expression expression) {
        if (depth >= MAX_DEPTH) {
            return cut(expression);
        }
        depth++;
        Expr lowered = kindOf(unwrapped(expression));
        depth--;
        return lowered != null ? lowered : new Expr.Opaque("not understood", place(expression));
    }

    private Expr kindOf(Expression expression) {
        if (expression instanceof LiteralExpr literal) {
            return Literals.of(literal, place(literal));
        }
        if (expression instanceof AnnotationExpr annotation) {
            return file.annotations().nested(annotation, this);
        }
        return expression.accept(this, null);
    }

    List<Expr> lowerAll(List<? extends Expression> expressions) {
        if (expressions.isEmpty()) {
            return List.of();
        }
        List<Expr> all = new ArrayList<>(expressions.size());
        expressions.forEach(expression -> all.add(lower(expression)));
        return List.copyOf(all);
    }

    Variables variables() {
        return variables;
    }

    Branches branches() {
        return branches;
    }

    private Expr cut(Expression expression) {
        int outer = depth;
        depth = 0;
        Expr lowered = lower(expression);
        depth = outer;
        return detach(lowered);
    }

    private Expr detach(Expr deep) {
        body.add(block -> new Statement.Effect(deep, block));
        return new Expr.Opaque("nested too deeply", deep.place());
    }

    static Expression unwrapped(Expression expression) {
        Expression inner = expression;
        while (inner instanceof EnclosedExpr enclosed) {
            inner = enclosed.getInner();
        }
        return inner;
    }

    private Place place(Node node) {
        return file.places().of(node);
    }

    @Override
    public Expr visit(MethodCallExpr call, Void none) {
        return chain(call);
    }

    @Override
    public Expr visit(FieldAccessExpr access, Void none) {
        return chain(access);
    }

    /** {@code a.b().c.d()} from the left: a fluent chain can have thousands of links. */
    private Expr chain(Expression last) {
        Deque<Expression> links = new ArrayDeque<>();
        Expression next = last;
        Expression root = null;
        while (next != null) {
            if (next instanceof MethodCallExpr call) {
                links.push(call);
                next = call.getScope().map(Expressions::unwrapped).orElse(null);
            } else if (next instanceof FieldAccessExpr access) {
                links.push(access);
                next = unwrapped(access.getScope());
            } else {
                root = next;
                next = null;
            }
        }
        if (depth + Math.min(links.size(), MAX_CHAIN) > MAX_DEPTH) {
            return cut(last);
        }
        int outer = depth;
        depth += Math.min(links.size(), MAX_CHAIN);
        Optional<Expr> scope = Optional.ofNullable(root).map(this::lower);
        int length = 0;
        for (Expression link : links) {
            if (++length % MAX_CHAIN == 0) {
                scope = scope.map(this::detach);
            }
            scope = Optional.of(link(scope, link));
        }
        depth = outer;
        return scope.orElseThrow();
    }

    private Expr link(Optional<Expr> scope, Expression link) {
        if (link instanceof MethodCallExpr call) {
            return new Expr.Call(
                    scope, call.getName().getIdentifier(), lowerAll(call.getArguments()), place(call.getName()));
        }
        FieldAccessExpr access = (FieldAccessExpr) link;
        return new Expr.Member(scope.orElseThrow(), access.getName().getIdentifier(), place(access.getName()));
    }

    @Override
    public Expr visit(BinaryExpr binary, Void none) {
        return operators.binary(binary);
    }

    @Override
    public Expr visit(AssignExpr assign, Void none) {
        return operators.assign(assign);
    }

    @Override
    public Expr visit(ConditionalExpr conditional, Void none) {
        Expr condition = lower(conditional.getCondition());
        Expr whenTrue = branches.branch(conditional.getThenExpr());
        Expr whenFalse = branches.branch(conditional.getElseExpr());
        return new Expr.Conditional(condition, whenTrue, whenFalse, place(conditional));
    }

    @Override
    public Expr visit(SwitchExpr expression, Void none) {
        return branches.switchExpression(expression);
    }

    @Override
    public Expr visit(LambdaExpr lambda, Void none) {
        return branches.lambda(lambda);
    }

    @Override
    public Expr visit(ObjectCreationExpr creation, Void none) {
        TypeRef type = TypeNames.of(creation.getType());
        List<Expr> arguments = lowerAll(creation.getArguments());
        Optional<TypeFacts> anonymous = creation.getAnonymousClassBody()
                .map(members -> file.types().anonymous(members, List.of(type), creation));
        return new Expr.New(type, arguments, anonymous, place(creation));
    }

    @Override
    public Expr visit(InstanceOfExpr check, Void none) {
        Expr value = lower(check.getExpression());
        Expr type = new Expr.ClassLiteral(TypeNames.of(check.getType()), place(check.getType()));
        check.getPattern().ifPresent(pattern -> variables.declare(pattern, value));
        return new Expr.Operation("instanceof", List.of(value, type), place(check));
    }

    @Override
    public Expr visit(UnaryExpr unary, Void none) {
        return new Expr.Operation(unary.getOperator().asString(), List.of(lower(unary.getExpression())), place(unary));
    }

    @Override
    public Expr visit(CastExpr cast, Void none) {
        return new Expr.Cast(TypeNames.of(cast.getType()), lower(cast.getExpression()), place(cast));
    }

    @Override
    public Expr visit(ArrayAccessExpr access, Void none) {
        return new Expr.Index(lower(access.getName()), lower(access.getIndex()), place(access));
    }

    @Override
    public Expr visit(ArrayCreationExpr creation, Void none) {
        if (creation.getInitializer().isPresent()) {
            return new Expr.ArrayLiteral(
                    lowerAll(creation.getInitializer().get().getValues()), place(creation));
        }
        List<Expr> sizes = new ArrayList<>();
        creation.getLevels().forEach(level -> level.getDimension().ifPresent(size -> sizes.add(lower(size))));
        return new Expr.New(
                TypeNames.of(creation.createdType()), List.copyOf(sizes), Optional.empty(), place(creation));
    }

    @Override
    public Expr visit(ArrayInitializerExpr array, Void none) {
        return new Expr.ArrayLiteral(lowerAll(array.getValues()), place(array));
    }

    @Override
    public Expr visit(MethodReferenceExpr reference, Void none) {
        return new Expr.MethodRef(lower(reference.getScope()), reference.getIdentifier(), place(reference));
    }

    @Override
    public Expr visit(TypeExpr type, Void none) {
        return Names.of(TypeNames.of(type.getType()).name(), place(type));
    }

    @Override
    public Expr visit(VariableDeclarationExpr declaration, Void none) {
        declaration
                .getVariables()
                .forEach(variable -> variables.declare(
                        variable, variable.getInitializer().map(this::lower), declaration.getAnnotations()));
        return new Expr.Name(declaration.getVariable(0).getNameAsString(), place(declaration));
    }

    @Override
    public Expr visit(NameExpr name, Void none) {
        return new Expr.Name(name.getName().getIdentifier(), place(name));
    }

    @Override
    public Expr visit(ThisExpr self, Void none) {
        return new Expr.Self(false, self.getTypeName().map(Name::asString), place(self));
    }

    @Override
    public Expr visit(SuperExpr self, Void none) {
        return new Expr.Self(true, self.getTypeName().map(Name::asString), place(self));
    }

    @Override
    public Expr visit(ClassExpr literal, Void none) {
        return new Expr.ClassLiteral(TypeNames.of(literal.getType()), place(literal));
    }
}
