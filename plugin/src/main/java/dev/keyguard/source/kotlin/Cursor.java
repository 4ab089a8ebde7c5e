package dev.keyguard.source.kotlin;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.SourceText;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Where the parser is in the tokens of a file. Moves forward only, but for look-ahead of a bounded length. */
final class Cursor {
    private static final int MAX_DEPTH = 120;

    private final SourceText source;
    private final List<Token> tokens;
    private int at;
    private int depth;
    private boolean linesCount = true;

    Cursor(SourceText source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    boolean is(String text) {
        return peek().is(text);
    }

    boolean is(int ahead, String text) {
        return peek(ahead).is(text);
    }

    boolean isAny(Set<String> texts) {
        Token token = peek();
        return (token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.SYMBOL) && texts.contains(token.text());
    }

    boolean isName() {
        return peek().kind() == Token.Kind.NAME;
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    Token next() {
        Token token = peek();
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    boolean accept(String text) {
        if (is(text)) {
            next();
            return true;
        }
        return false;
    }

    /** Whether a line break that ends a statement stands before the next token. */
    boolean atLineBreak() {
        return linesCount && peek().newLine();
    }

    int position() {
        return at;
    }

    void reset(int position) {
        at = position;
    }

    Place place() {
        return placeOf(peek());
    }

    Place placeOf(Token token) {
        return source.placeAt(token.start());
    }

    /** Line of the token before. */
    int lastLine() {
        return source.placeAt(tokens.get(Math.max(0, at - 1)).start()).line();
    }

    /** Runs a part in which line breaks end statements, or, within parentheses, do not. */
    <T> T withLines(boolean count, Supplier<T> part) {
        boolean outer = linesCount;
        linesCount = count;
        T result = part.get();
        linesCount = outer;
        return result;
    }

    /** Runs a part that is one level deeper; {@code tooDeep} instead where no more levels are allowed. */
    <T> T deeper(Supplier<T> part, Supplier<T> tooDeep) {
        if (depth >= MAX_DEPTH) {
            return tooDeep.get();
        }
        depth++;
        T result = part.get();
        depth--;
        return result;
    }

    /** Skips one token or, at an opening bracket, all up to its partner. */
    void skipBalanced() {
        int open = 0;
        do {
            Token token = next();
            if (token.is("(") || token.is("[") || token.is("{")) {
                open++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                open--;
            }
        } while (open > 0 && !atEnd());
    }

    /** Skips to the bracket that closes what is open here, and past it. */
    void skipPast(String close) {
        while (!atEnd() && !is(close)) {
            if (is("}") && !close.equals("}")) {
                return;
            }
            skipBalanced();
        }
        accept(close);
    }
}
