package dev.keyguard.source.java;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Expr.Literal.Kind;
import dev.keyguard.source.code.Spelling;
import java.util.Optional;

/** Lowers literals. */
final class Literals {
    private Literals() {}

    static Expr of(LiteralExpr literal, Place place) {
        if (literal instanceof StringLiteralExpr string) {
            return text(Kind.STRING, string.getValue(), place);
        }
        if (literal instanceof TextBlockLiteralExpr block) {
            // the parser's value begins behind the first line break
            Spelling spelling = new Spelling("\n" + block.getValue(), 3, true, true);
            return new Expr.Literal(Kind.TEXT_BLOCK, Optional.of(spelling.text()), Optional.of(spelling), place);
        }
        if (literal instanceof CharLiteralExpr character) {
            return text(Kind.CHAR, character.getValue(), place);
        }
        if (literal instanceof BooleanLiteralExpr bool) {
            return new Expr.Literal(Kind.BOOLEAN, Optional.of(String.valueOf(bool.getValue())), place);
        }
        if (literal instanceof LiteralStringValueExpr number) {
            return new Expr.Literal(Kind.NUMBER, Optional.of(number.getValue()), place);
        }
        return new Expr.Literal(Kind.NULL, Optional.empty(), place);
    }

    private static Expr text(Kind kind, String raw, Place place) {
        if (raw.indexOf('\\') < 0) {
            return new Expr.Literal(kind, Optional.of(raw), place);
        }
        Spelling spelling = new Spelling(raw, 1, true, false);
        return new Expr.Literal(kind, Optional.of(spelling.text()), Optional.of(spelling), place);
    }
}
