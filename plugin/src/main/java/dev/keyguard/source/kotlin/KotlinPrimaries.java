package dev.keyguard.source.kotlin;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.BodyBuilder;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Expr.Literal.Kind;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.code.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses what an expression begins with. */
final class KotlinPrimaries {
    private final KotlinFile file;
    private final Cursor cursor;
    private final BodyBuilder body;
    private final KotlinExpressions expressions;
    private final KotlinStatements statements;
    private final KotlinStrings strings;

    KotlinPrimaries(KotlinFile file, BodyBuilder body, KotlinExpressions expressions, KotlinStatements statements) {
        this.file = file;
        this.cursor = file.cursor();
        this.body = body;
        this.expressions = expressions;
        this.statements = statements;
        this.strings = new KotlinStrings(cursor, expressions);
    }

    Expr parse() {
        Token token = cursor.peek();
        Place place = cursor.place();
        return switch (token.kind()) {
            case TEXT_START -> strings.parse();
            case NUMBER -> literal(Kind.NUMBER, cursor.next().text(), place);
            case CHAR -> literal(Kind.CHAR, unquoted(cursor.next().text()), place);
            case NAME -> named(token, place);
            case SYMBOL -> symbol(token, place);
            default -> {
                cursor.next();
                yield new Expr.Opaque("not understood", place);
            }
        };
    }

    private static Expr literal(Kind kind, String text, Place place) {
        return new Expr.Literal(kind, Optional.of(text), place);
    }

    private static String unquoted(String character) {
        return character.length() > 2 ? character.substring(1, character.length() - 1) : character;
    }

    private Expr named(Token token, Place place) {
        switch (token.quoted() ? "" : token.text()) {
            case "true", "false":
                return literal(Kind.BOOLEAN, cursor.next().text(), place);
            case "null":
                cursor.next();
                return new Expr.Literal(Kind.NULL, Optional.empty(), place);
            case "this", "super":
                return self(token, place);
            case "if":
                return statements.control().ifExpression();
            case "when":
                return cursor.is(1, "{") || cursor.is(1, "(")
                        ? statements.control().whenExpression()
                        : name(place);
            case "try":
                return cursor.is(1, "{") ? statements.control().tryExpression() : name(place);
            case "throw":
                cursor.next();
                Expr thrown = expressions.parse();
                body.add(block -> new Statement.Throw(thrown, block));
                return KotlinExpressions.nothing(place);
            case "return":
                return jump(place);
            case "break", "continue":
                cursor.next();
                label();
                return KotlinExpressions.nothing(place);
            case "object":
                return cursor.is(1, ":") || cursor.is(1, "{") ? anonymous(place) : name(place);
            case "fun":
                return cursor.is(1, "(") ? statements.control().lambdas().anonymousFunction() : name(place);
            default:
                return name(place);
        }
    }

    private Expr name(Place place) {
        return statements.control().aliases().resolve(cursor.next().text(), place);
    }

    private Expr self(Token token, Place place) {
        cursor.next();
        file.types().arguments();
        return new Expr.Self(token.is("super"), label(), place);
    }

    /** {@code @name} right behind {@code this}, {@code return} and the like. */
    private Optional<String> label() {
        if (cursor.is("@") && !cursor.peek().newLine() && cursor.peek(1).kind() == Token.Kind.NAME) {
            cursor.next();
            return Optional.of(cursor.next().text());
        }
        return Optional.empty();
    }

    private Expr jump(Place place) {
        cursor.next();
        boolean fromLambda = label().isPresent();
        boolean value = !cursor.peek().newLine()
                && !cursor.is("}")
                && !cursor.is(";")
                && !cursor.is(")")
                && !cursor.is("else")
                && !cursor.atEnd();
        if (value) {
            Expr returned = expressions.parse();
            if (!KotlinExpressions.isNothing(returned)) {
                statements.returns(returned, fromLambda);
            }
        }
        return KotlinExpressions.nothing(place);
    }

    private Expr anonymous(Place place) {
        cursor.next();
        KotlinClasses.Supertypes supertypes = file.classes().supertypes(expressions);
        TypeFacts type = file.classes().anonymous(supertypes, place);
        TypeRef first = supertypes.types().isEmpty()
                ? TypeRef.of("Any")
                : supertypes.types().get(0);
        return new Expr.New(first, supertypes.arguments(), supertypes.names(), Optional.of(type), place);
    }

    private Expr symbol(Token token, Place place) {
        switch (token.text()) {
            case "(":
                cursor.next();
                Expr inner = cursor.withLines(false, expressions::parse);
                cursor.skipPast(")");
                // no longer a bare name: «(f)(x)» is a call of a value
                return inner;
            case "[":
                return list(place);
            case "{":
                return statements.control().lambdas().lambda();
            case "::":
                cursor.next();
                return new Expr.MethodRef(
                        new Expr.Self(false, Optional.empty(), place),
                        cursor.next().text(),
                        place);
            case "@":
                file.annotations().parse();
                return expressions.parse();
            case ")", "]", "}", ",":
                return new Expr.Opaque("missing", place);
            default:
                cursor.next();
                return new Expr.Opaque("not understood", place);
        }
    }

    private Expr list(Place place) {
        cursor.next();
        List<Expr> elements = new ArrayList<>();
        cursor.withLines(false, () -> {
            while (!cursor.atEnd() && !cursor.is("]") && !cursor.is("}")) {
                int before = cursor.position();
                elements.add(expressions.parse());
                cursor.accept(",");
                if (cursor.position() == before) {
                    cursor.skipBalanced();
                }
            }
            return cursor.accept("]");
        });
        return new Expr.ArrayLiteral(List.copyOf(elements), place);
    }
}
