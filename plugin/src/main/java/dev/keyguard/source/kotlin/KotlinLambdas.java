package dev.keyguard.source.kotlin;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.Body.BlockKind;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.source.code.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses functions that are values: lambdas, anonymous functions, functions declared inside functions. */
final class KotlinLambdas {
    private final KotlinFile file;
    private final Cursor cursor;
    private final BodyBuilder body;
    private final KotlinExpressions expressions;
    private final KotlinStatements statements;
    private final Aliases aliases;
    private boolean anonymousFunction;

    KotlinLambdas(
            KotlinFile file,
            BodyBuilder body,
            KotlinExpressions expressions,
            KotlinStatements statements,
            Aliases aliases) {
        this.file = file;
        this.cursor = file.cursor();
        this.body = body;
        this.expressions = expressions;
        this.statements = statements;
        this.aliases = aliases;
    }

    boolean inAnonymousFunction() {
        return anonymousFunction;
    }

    /** <code>{ a, b -> … }</code> as a value. */
    Expr lambda() {
        Place place = cursor.placeOf(cursor.next());
        List<Parameter> parameters = parameters();
        List<Optional<Expr>> shadowed = parameters.stream()
                .map(parameter -> aliases.hide(parameter.name()))
                .toList();
        int[] block = new int[1];
        List<Expr> results = body.collectReturns(() -> block[0] = body.in(
                BlockKind.LAMBDA,
                () -> statements.withReceiver(
                        Optional.empty(),
                        () -> cursor.withLines(true, statements::rest).ifPresent(body::returns))));
        for (int i = 0; i < parameters.size(); i++) {
            aliases.restore(parameters.get(i).name(), shadowed.get(i));
        }
        return new Expr.Lambda(parameters, block[0], List.copyOf(results), place);
    }

    /** Parameters up to the arrow; without an arrow {@code it}. */
    List<Parameter> parameters() {
        int start = cursor.position();
        List<Parameter> parameters = new ArrayList<>();
        while (cursor.isName() || cursor.is("(")) {
            Token name = cursor.peek();
            cursor.skipBalanced();
            TypeRef type = cursor.accept(":") ? file.types().parse() : TypeRef.of("");
            parameters.add(
                    new Parameter(name.is("(") ? "_" : name.text(), type, List.of(), false, cursor.placeOf(name)));
            if (!cursor.accept(",")) {
                break;
            }
        }
        if (cursor.accept("->")) {
            return List.copyOf(parameters);
        }
        cursor.reset(start);
        return List.of(new Parameter("it", TypeRef.of(""), List.of(), false, cursor.place()));
    }

    /** {@code fun(a: T): R { … }} as a value. */
    Expr anonymousFunction() {
        Place place = cursor.placeOf(cursor.next());
        return function(place);
    }

    private Expr function(Place place) {
        List<Parameter> parameters = file.classes().parameters(expressions);
        if (cursor.accept(":")) {
            file.types().parse();
        }
        boolean outer = anonymousFunction;
        anonymousFunction = true;
        int[] block = new int[1];
        List<Expr> results = body.collectReturns(() -> block[0] = body.in(BlockKind.LAMBDA, () -> {
            if (cursor.accept("=")) {
                body.returns(expressions.parse());
            } else if (cursor.is("{")) {
                statements.body();
            }
        }));
        anonymousFunction = outer;
        return new Expr.Lambda(parameters, block[0], List.copyOf(results), place);
    }

    /** {@code fun name(…)} in a function's body: a local that holds a lambda. */
    void localFunction() {
        Place place = cursor.placeOf(cursor.next());
        file.types().arguments();
        Token name = cursor.next();
        if (cursor.is("(")) {
            Expr lambda = function(place);
            statements.declare(name, TypeRef.of(""), Optional.of(lambda), List.of());
        }
    }
}
