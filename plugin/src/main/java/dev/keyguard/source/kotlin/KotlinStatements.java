package dev.keyguard.source.kotlin;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.Body.BlockKind;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Expr.Literal.Kind;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses statements. The last one of a block can be the block's value. */
final class KotlinStatements {
    private static final Set<String> ASSIGNMENTS = Set.of("=", "+=", "-=", "*=", "/=", "%=");

    private static final Set<String> LABELLED = Set.of("return", "break", "continue", "this", "super");

    private final KotlinFile file;
    private final Cursor cursor;
    private final BodyBuilder body;
    private final KotlinExpressions expressions;
    private final KotlinControl control;
    private final Set<String> variables = new HashSet<>();
    private Optional<Expr> receiver = Optional.empty();
    private int statementStart = -1;

    KotlinStatements(KotlinFile file, BodyBuilder body, KotlinExpressions expressions) {
        this.file = file;
        this.cursor = file.cursor();
        this.body = body;
        this.expressions = expressions;
        this.control = new KotlinControl(file, body, expressions, this);
    }

    KotlinControl control() {
        return control;
    }

    /** Whether a statement begins at that token: what a call without a scope is made on in {@code x.apply { }}. */
    boolean startsAt(int position) {
        return position == statementStart;
    }

    Optional<Expr> implicitReceiver() {
        return receiver;
    }

    /** Runs a part in which calls without a scope are made on that object. */
    void withReceiver(Optional<Expr> inside, Runnable part) {
        Optional<Expr> outer = receiver;
        receiver = inside;
        part.run();
        receiver = outer;
    }

    /** <code>{ … }</code>; gives the value of the last statement, if that is an expression. */
    Optional<Expr> block() {
        cursor.next();
        return cursor.withLines(true, this::rest);
    }

    /** Statements up to the closing brace, and past it. */
    Optional<Expr> rest() {
        Optional<Expr> last = Optional.empty();
        while (!cursor.atEnd() && !cursor.is("}")) {
            last.ifPresent(control::unused);
            int before = cursor.position();
            last = cursor.accept(";") ? Optional.empty() : statement();
            if (cursor.position() == before) {
                cursor.skipBalanced();
            }
        }
        cursor.accept("}");
        return last.filter(value -> !KotlinExpressions.isNothing(value));
    }

    /** A block whose value nobody uses, or a single statement. */
    void body() {
        (cursor.is("{") ? block() : statement()).ifPresent(control::unused);
    }

    /** One statement; an expression is given back, not yet in the body. */
    Optional<Expr> statement() {
        return cursor.deeper(this::oneStatement, () -> {
            cursor.skipBalanced();
            return Optional.empty();
        });
    }

    private Optional<Expr> oneStatement() {
        List<AnnotationFact> annotations = file.annotations().parse().annotations();
        if (cursor.isName() && cursor.is(1, "@") && !cursor.isAny(LABELLED)) {
            cursor.next();
            cursor.next();
        }
        if (file.annotations().declarationAhead()) {
            file.annotations().parse();
        }
        switch (cursor.isName() ? cursor.peek().text() : "") {
            case "val", "var":
                local(annotations);
                return Optional.empty();
            case "fun":
                if (cursor.is(1, "(")) {
                    return Optional.of(expressions.parse());
                }
                control.lambdas().localFunction();
                return Optional.empty();
            case "class", "interface":
                body.addLocalType(file.classes().parse(annotations, Set.of()));
                return Optional.empty();
            case "for":
                loopOver();
                return Optional.empty();
            case "while":
                cursor.next();
                effect(condition());
                body.in(BlockKind.LOOP, this::body);
                return Optional.empty();
            case "do":
                cursor.next();
                body.in(BlockKind.LOOP, this::body);
                if (cursor.accept("while")) {
                    effect(condition());
                }
                return Optional.empty();
            default:
                return expressionOrAssignment();
        }
    }

    private Optional<Expr> expressionOrAssignment() {
        int start = cursor.position();
        Token first = cursor.peek();
        statementStart = start;
        Expr expression = expressions.parse();
        statementStart = -1;
        if (cursor.peek().kind() != Token.Kind.SYMBOL || !cursor.isAny(ASSIGNMENTS) || cursor.atLineBreak()) {
            return Optional.of(expression);
        }
        Token operator = cursor.next();
        Expr operand = expressions.parse();
        boolean ofReceiver = expression instanceof Expr.Name name
                && first.text().equals(name.name())
                && !variables.contains(name.name());
        Expr target = ofReceiver
                ? receiver.<Expr>map(r -> new Expr.Member(r, first.text(), expression.place()))
                        .orElse(expression)
                : expression;
        Expr value = switch (operator.text()) {
            case "=" -> operand;
            case "+=" -> new Expr.Concat(List.of(target, operand), target.place());
            default -> new Expr.Operation(operator.text(), List.of(target, operand), target.place());
        };
        body.add(block -> new Statement.Assignment(target, value, block));
        return Optional.empty();
    }

    /** {@code (condition)}. */
    Expr condition() {
        cursor.accept("(");
        Expr condition = cursor.withLines(false, expressions::parse);
        cursor.skipPast(")");
        return condition;
    }

    void effect(Expr expr) {
        body.add(block -> new Statement.Effect(expr, block));
    }

    /** {@code val name: Type = value}, also with {@code by}, also taken apart. */
    private void local(List<AnnotationFact> annotations) {
        boolean assignable = cursor.next().is("var");
        boolean apart = cursor.accept("(");
        List<Token> names = new ArrayList<>();
        TypeRef type = TypeRef.of("");
        do {
            names.add(cursor.next());
            if (cursor.accept(":")) {
                type = file.types().parse();
            }
        } while (apart && cursor.accept(",") && cursor.isName());
        if (apart) {
            cursor.skipPast(")");
        }
        Optional<Expr> value = Optional.empty();
        if (cursor.accept("=")) {
            value = Optional.of(expressions.parse());
        } else if (cursor.accept("by")) {
            value = control.delegate();
        }
        value = value.filter(v -> !KotlinExpressions.isNothing(v));
        for (int i = 0; i < names.size(); i++) {
            declare(names.get(i), type, apart ? component(value, i) : value, annotations);
            if (assignable) {
                variables.add(names.get(i).text());
            }
        }
    }

    private static Optional<Expr> component(Optional<Expr> value, int index) {
        return value.map(v -> new Expr.Index(
                v, new Expr.Literal(Kind.NUMBER, Optional.of(String.valueOf(index)), v.place()), v.place()));
    }

    void declare(Token name, TypeRef type, Optional<Expr> value, List<AnnotationFact> annotations) {
        Place place = cursor.placeOf(name);
        body.add(block -> new Statement.Local(name.text(), type, value, annotations, block, place));
    }

    private void loopOver() {
        cursor.next();
        cursor.accept("(");
        file.annotations().parse();
        Token name = cursor.is("(") ? cursor.peek() : cursor.next();
        if (cursor.is("(")) {
            cursor.skipBalanced();
        }
        TypeRef type = cursor.accept(":") ? file.types().parse() : TypeRef.of("");
        cursor.accept("in");
        Expr iterable = cursor.withLines(false, expressions::parse);
        cursor.skipPast(")");
        Place place = cursor.placeOf(name);
        body.in(BlockKind.LOOP, () -> {
            if (name.kind() == Token.Kind.NAME) {
                body.add(block -> new Statement.ForEach(name.text(), type, iterable, block, place));
            } else {
                effect(iterable);
            }
            body();
        });
    }

    /** What a {@code return} returns: {@code fromLambda} if it names a lambda as what it leaves. */
    void returns(Expr value, boolean fromLambda) {
        if (fromLambda || control.lambdas().inAnonymousFunction()) {
            body.returns(value);
        } else {
            body.add(block -> new Statement.Return(value, block));
        }
    }
}
