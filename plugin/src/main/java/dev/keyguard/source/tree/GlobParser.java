package dev.keyguard.source.tree;

import dev.keyguard.source.tree.Glob.Token;
import dev.keyguard.source.tree.Glob.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Turns a glob without braces into its steps. */
final class GlobParser {
    private final String text;
    private int at;

    GlobParser(String text) {
        this.text = text;
    }

    List<Token> parse() {
        List<Token> tokens = new ArrayList<>();
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '*' -> tokens.add(stars(tokens.isEmpty() || endsWithSlash(tokens)));
                case '?' -> tokens.add(new Token(Kind.ONE, c, "", false));
                case '[' -> tokens.add(set());
                case '\\' -> tokens.add(literal(escaped()));
                default -> tokens.add(literal(c));
            }
        }
        return tokens;
    }

    private Token stars(boolean atSegmentStart) {
        boolean across = false;
        while (at < text.length() && text.charAt(at) == '*') {
            across = true;
            at++;
        }
        if (across && atSegmentStart && at < text.length() && text.charAt(at) == '/') {
            at++;
            return new Token(Kind.FOLDERS, '*', "", false);
        }
        return new Token(across ? Kind.ACROSS : Kind.WITHIN, '*', "", false);
    }

    private static boolean endsWithSlash(List<Token> tokens) {
        Token last = tokens.get(tokens.size() - 1);
        return last.kind() == Kind.FOLDERS || last.kind() == Kind.LITERAL && last.literal() == '/';
    }

    private char escaped() {
        if (at >= text.length()) {
            throw Glob.invalid(text, "it ends with a backslash");
        }
        return text.charAt(at++);
    }

    private Token set() {
        boolean negated = at < text.length() && (text.charAt(at) == '!' || text.charAt(at) == '^');
        if (negated) {
            at++;
        }
        StringBuilder ranges = new StringBuilder();
        while (at < text.length() && (text.charAt(at) != ']' || ranges.length() == 0)) {
            char first = text.charAt(at++);
            char last = first;
            if (at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']') {
                last = text.charAt(at + 1);
                at += 2;
            }
            ranges.append(first).append(last);
        }
        if (at++ >= text.length()) {
            throw Glob.invalid(text, "a [ is not closed");
        }
        return new Token(Kind.SET, '[', ranges.toString(), negated);
    }

    private static Token literal(char c) {
        return new Token(Kind.LITERAL, c, "", false);
    }
}
