package dev.keyguard.source.java;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds, round a place where parsing failed, the smallest piece of text that can be left out. */
final class Holes {
    private static final List<String> TOP_LEVEL = List.of(
            "package", "import", "public", "class", "final", "abstract", "interface", "enum", "record", "@", "sealed");

    private final String text;
    private final JavaTokens tokens;
    /** For each token the first one of its statement or member. */
    private final int[] statement;
    /** For each token the brace it stands in, or -1. */
    private final int[] brace;

    Holes(String text, JavaTokens tokens) {
        this.text = text;
        this.tokens = tokens;
        this.statement = new int[tokens.count()];
        this.brace = new int[tokens.count()];
        structure();
    }

    /** A piece of text by its offsets. */
    record Hole(int start, int end) {
        boolean contains(Hole other) {
            return start <= other.start && other.end <= end;
        }
    }

    private void structure() {
        Deque<int[]> open = new ArrayDeque<>();
        int[] frame = {-1, 0};
        for (int t = 0; t < tokens.count(); t++) {
            char c = tokens.first(t);
            if (c == '}' && !open.isEmpty()) {
                statement[t] = frame[0] < 0 ? t : statement[frame[0]];
                frame = open.pop();
                brace[t] = frame[0];
                if (!continues(t + 1)) {
                    frame[1] = t + 1;
                }
                continue;
            }
            statement[t] = Math.min(frame[1], t);
            brace[t] = frame[0];
            if (c == '{') {
                open.push(frame);
                frame = new int[] {t, t + 1};
            } else if (c == ';' && !insideParentheses(t, frame[1])) {
                frame[1] = t + 1;
            }
        }
    }

    private boolean continues(int token) {
        char next = tokens.first(token);
        return next != 0 && ").,;:?+]".indexOf(next) >= 0;
    }

    /** Whether the semicolon is one of a {@code for}. */
    private boolean insideParentheses(int token, int from) {
        return tokens.is(from, "for") && token - from < 200 && unclosed(from, token);
    }

    private boolean unclosed(int from, int to) {
        int depth = 0;
        for (int t = from; t < to; t++) {
            depth += tokens.first(t) == '(' ? 1 : tokens.first(t) == ')' ? -1 : 0;
        }
        return depth > 0;
    }

    /** The statement or member that the character stands in. */
    Hole around(int offset) {
        int token = Math.min(tokens.at(offset), tokens.count() - 1);
        return from(statement[token], token);
    }

    /** The statement or member whose braces enclose the hole; nothing left if there are none. */
    Hole enclosing(Hole hole) {
        int token = Math.min(tokens.at(hole.start), tokens.count() - 1);
        int outer = brace[token];
        return outer < 0 ? new Hole(0, text.length()) : from(statement[outer], outer);
    }

    private Hole from(int first, int at) {
        int depth = 0;
        boolean top = brace[at] < 0;
        for (int t = first; t < tokens.count(); t++) {
            char c = tokens.first(t);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth < 0) {
                // nothing but a brace too many, or the end of the block
                return new Hole(tokens.start(first), t == first ? tokens.end(t) : tokens.start(t));
            }
            boolean ends = depth == 0 && t >= at && (c == ';' || c == '}' && !continues(t + 1));
            if (ends) {
                return new Hole(tokens.start(first), tokens.end(t));
            }
            if (top && depth == 0 && t > at && beginsDeclaration(t)) {
                return new Hole(tokens.start(first), tokens.start(t));
            }
        }
        return new Hole(tokens.start(first), text.length());
    }

    private boolean beginsDeclaration(int token) {
        int start = tokens.start(token);
        boolean lineStart = start == 0 || text.charAt(start - 1) == '\n' || text.charAt(start - 1) == '\r';
        return lineStart && TOP_LEVEL.stream().anyMatch(word -> tokens.is(token, word));
    }

    /** The declaration of an enum, with its modifiers, whose name or brace stands at that offset, if there is one. */
    Optional<Hole> enumeration(int offset) {
        int token = Math.min(tokens.at(offset), tokens.count() - 1);
        for (int t = token; t >= Math.max(0, token - 3); t--) {
            if (tokens.is(t, "enum") && brace[t] >= 0) {
                return Optional.of(from(statement[t], t)).filter(hole -> text.charAt(hole.end - 1) == '}');
            }
        }
        return Optional.empty();
    }

    /** The text with that piece blanked, line breaks kept. */
    static String blank(String text, Hole hole) {
        char[] chars = text.toCharArray();
        for (int i = hole.start; i < Math.min(hole.end, chars.length); i++) {
            if (chars[i] != '\n' && chars[i] != '\r') {
                chars[i] = ' ';
            }
        }
        return new String(chars);
    }
}
