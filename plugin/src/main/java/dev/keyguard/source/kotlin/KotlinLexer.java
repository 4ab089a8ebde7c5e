package dev.keyguard.source.kotlin;

import dev.keyguard.source.code.CommentReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Splits Kotlin into tokens, in one pass and without ever failing. Finds the comments on the way. */
final class KotlinLexer {
    private static final String[] SYMBOLS = {
        "===", "!==", "..<", "as?", "?.", "?:", "::", "->", "..", "==", "!=", "&&", "||", "<=", ">=", "+=", "-=", "*=",
        "/=", "%=", "!!", "++", "--"
    };

    private final String text;
    private final CommentReader comments;
    private final List<Token> tokens = new ArrayList<>();
    /** For each template that is open the number of braces open in it. */
    private final Deque<int[]> templates = new ArrayDeque<>();
    /** The quotes of the strings round the open templates. */
    private final Deque<String> quotes = new ArrayDeque<>();

    private int at;
    private boolean newLine = true;

    private KotlinLexer(String text, CommentReader comments) {
        this.text = text;
        this.comments = comments;
    }

    static List<Token> tokens(String text, CommentReader comments) {
        KotlinLexer lexer = new KotlinLexer(text, comments);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.add(Token.Kind.END, lexer.at);
        return lexer.tokens;
    }

    private void add(Token.Kind kind, int start) {
        tokens.add(new Token(kind, text.substring(start, at), start, at, newLine));
        newLine = false;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n' || c == '\r') {
            newLine = true;
            at++;
        } else if (Character.isWhitespace(c) || c == '\uFEFF') {
            at++;
        } else if (text.startsWith("//", at) || text.startsWith("#!", at) && at == 0) {
            int start = at;
            while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
            comments.comment(start, at);
        } else if (text.startsWith("/*", at)) {
            blockComment();
        } else if (c == '"') {
            int start = at;
            at += text.startsWith("\"\"\"", at) ? 3 : 1;
            add(Token.Kind.TEXT_START, start);
            characters(text.substring(start, at));
        } else {
            code(c);
        }
    }

    private void blockComment() {
        int start = at;
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                newLine |= text.charAt(at++) == '\n';
            }
        } while (depth > 0 && at < text.length());
        comments.comment(start, at);
    }

    private void code(char c) {
        int start = at;
        if (Character.isJavaIdentifierStart(c) && c != '$') {
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at)) && text.charAt(at) != '$') {
                at++;
            }
            if (text.startsWith("as?", start) && at == start + 2) {
                at++;
            }
            add(at == start + 3 && text.charAt(at - 1) == '?' ? Token.Kind.SYMBOL : Token.Kind.NAME, start);
        } else if (Character.isDigit(c)) {
            number();
            add(Token.Kind.NUMBER, start);
        } else if (c == '`' && text.indexOf('`', at + 1) > 0) {
            at = text.indexOf('`', at + 1) + 1;
            tokens.add(new Token(Token.Kind.NAME, text.substring(start + 1, at - 1), start, at, newLine));
            newLine = false;
        } else if (c == '\'') {
            quotedCharacter();
            add(Token.Kind.CHAR, start);
        } else {
            symbol(c, start);
        }
    }

    private void number() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean fraction = c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
            if (!Character.isLetterOrDigit(c) && c != '_' && !fraction) {
                return;
            }
            at++;
        }
    }

    private void quotedCharacter() {
        at++;
        while (at < text.length() && text.charAt(at) != '\'' && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    private void symbol(char c, int start) {
        at++;
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, start)) {
                at = start + symbol.length();
                break;
            }
        }
        if (c == '{' && !templates.isEmpty()) {
            templates.peek()[0]++;
        } else if (c == '}' && !templates.isEmpty() && --templates.peek()[0] < 0) {
            templates.pop();
            add(Token.Kind.TEMPLATE_END, start);
            characters(quotes.pop());
            return;
        }
        add(Token.Kind.SYMBOL, start);
    }

    /** The inside of a string up to its end or to the next <code>${</code>. */
    private void characters(String quote) {
        boolean raw = quote.length() == 3;
        int start = at;
        while (at < text.length() && !text.startsWith(quote, at)) {
            char c = text.charAt(at);
            if (!raw && (c == '\n' || c == '\r')) {
                break;
            }
            if (c == '\\' && !raw) {
                at = Math.min(at + 2, text.length());
            } else if (c == '$' && text.startsWith("{", at + 1)) {
                piece(start);
                at += 2;
                add(Token.Kind.TEMPLATE_START, at - 2);
                templates.push(new int[1]);
                quotes.push(quote);
                return;
            } else if (c == '$' && at + 1 < text.length() && nameStart(text.charAt(at + 1))) {
                piece(start);
                shortTemplate();
                start = at;
            } else {
                at++;
            }
        }
        // four quotes at the end of a raw string: the first belongs to it
        while (raw && text.startsWith("\"\"\"\"", at)) {
            at++;
        }
        piece(start);
        int end = at;
        at = Math.min(text.startsWith(quote, at) ? at + quote.length() : at, text.length());
        add(Token.Kind.TEXT_END, end);
    }

    private static boolean nameStart(char c) {
        return Character.isJavaIdentifierStart(c) && c != '$';
    }

    private void piece(int start) {
        if (at > start) {
            add(Token.Kind.TEXT_PIECE, start);
        }
    }

    private void shortTemplate() {
        at++;
        add(Token.Kind.TEMPLATE_START, at - 1);
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at)) && text.charAt(at) != '$') {
            at++;
        }
        add(Token.Kind.NAME, start);
        add(Token.Kind.TEMPLATE_END, at);
    }
}
