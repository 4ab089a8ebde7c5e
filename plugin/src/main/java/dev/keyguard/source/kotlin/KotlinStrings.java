package dev.keyguard.source.kotlin;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Expr.Literal.Kind;
import dev.keyguard.source.code.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses strings with their templates. */
final class KotlinStrings {
    private final Cursor cursor;
    private final KotlinExpressions expressions;

    KotlinStrings(Cursor cursor, KotlinExpressions expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expr parse() {
        Token open = cursor.next();
        Place place = cursor.placeOf(open);
        boolean raw = open.text().length() == 3;
        List<Expr> parts = new ArrayList<>();
        while (!cursor.atEnd() && cursor.peek().kind() != Token.Kind.TEXT_END) {
            Token token = cursor.peek();
            if (token.kind() == Token.Kind.TEXT_PIECE) {
                boolean first = token.start() == open.end();
                cursor.next();
                parts.add(piece(token.text(), raw, first ? open.text().length() : 0, first ? open : token));
            } else if (token.kind() == Token.Kind.TEMPLATE_START) {
                cursor.next();
                parts.add(cursor.withLines(false, expressions::parse));
                while (!cursor.atEnd() && cursor.peek().kind() != Token.Kind.TEMPLATE_END) {
                    cursor.next();
                }
                cursor.next();
            } else {
                cursor.next();
            }
        }
        cursor.next();
        if (parts.isEmpty()) {
            return new Expr.Literal(Kind.STRING, Optional.of(""), place);
        }
        boolean plain = parts.size() == 1
                && parts.get(0) instanceof Expr.Literal literal
                && literal.place().equals(place);
        return plain ? parts.get(0) : new Expr.Concat(List.copyOf(parts), place);
    }

    private Expr piece(String text, boolean raw, int lead, Token at) {
        Kind kind = raw ? Kind.TEXT_BLOCK : Kind.STRING;
        boolean escapes = !raw && text.indexOf('\\') >= 0;
        if (lead == 1 && !escapes) {
            return new Expr.Literal(kind, Optional.of(text), cursor.placeOf(at));
        }
        Spelling spelling = new Spelling(text, lead, escapes, false);
        return new Expr.Literal(kind, Optional.of(spelling.text()), Optional.of(spelling), cursor.placeOf(at));
    }

    static boolean isText(Expr expr) {
        return expr instanceof Expr.Literal || expr instanceof Expr.Concat;
    }

    /**
     * {@code trimIndent()} or {@code trimMargin()} of a raw string; the last line break is kept, as Java would, and one
     * with templates stays as it is.
     */
    static Expr trimmed(Expr text) {
        if (!(text instanceof Expr.Literal literal)) {
            return text;
        }
        boolean indented = literal.kind() == Kind.TEXT_BLOCK
                && literal.spelling().isPresent()
                && literal.spelling().get().raw().startsWith("\n");
        if (!indented) {
            return literal;
        }
        Spelling spelling = new Spelling(
                literal.spelling().get().raw(), literal.spelling().get().lead(), false, true);
        return new Expr.Literal(Kind.TEXT_BLOCK, Optional.of(spelling.text()), Optional.of(spelling), literal.place());
    }
}
