package dev.keyguard.source.java;

import dev.keyguard.source.code.CommentReader;
import java.util.Arrays;

/**
 * Words, texts and symbols of anything that looks like Java, with their offsets. Never fails: a string that does not
 * end ends with its line. Finds the comments on the way.
 */
final class JavaTokens {
    /** The first character of a string or character token stands for it; words and numbers begin with theirs. */
    private final String text;

    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int count;

    private JavaTokens(String text) {
        this.text = text;
    }

    static JavaTokens scan(String text, CommentReader comments) {
        JavaTokens tokens = new JavaTokens(text);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end;
            if (text.startsWith("//", i)) {
                end = tokens.endOfLine(i);
                comments.comment(i, end);
            } else if (text.startsWith("/*", i)) {
                int close = text.indexOf("*/", i + 2);
                end = close < 0 ? text.length() : close + 2;
                comments.comment(i, end);
            } else if (Character.isWhitespace(c)) {
                end = i + 1;
            } else {
                end = tokens.endOfToken(i, c);
                tokens.add(i, end);
            }
            i = end;
        }
        return tokens;
    }

    int count() {
        return count;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    /** The token's first character; 0 outside. */
    char first(int token) {
        return token < 0 || token >= count ? 0 : text.charAt(starts[token]);
    }

    boolean is(int token, String word) {
        return token >= 0
                && token < count
                && ends[token] - starts[token] == word.length()
                && text.startsWith(word, starts[token]);
    }

    /** Index of the token at that offset, else of the next one behind it, else the count. */
    int at(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        if (found >= 0) {
            return found;
        }
        int before = -found - 2;
        return before >= 0 && ends[before] > offset ? before : before + 1;
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count++] = end;
    }

    private int endOfToken(int start, char c) {
        if (text.startsWith("\"\"\"", start)) {
            int i = start + 3;
            while (i < text.length() && !text.startsWith("\"\"\"", i)) {
                i += text.charAt(i) == '\\' ? 2 : 1;
            }
            return Math.min(i + 3, text.length());
        }
        if (c == '"' || c == '\'') {
            int line = endOfLine(start);
            int i = start + 1;
            while (i < line && text.charAt(i) != c) {
                i += text.charAt(i) == '\\' ? 2 : 1;
            }
            return Math.min(i + 1, Math.max(line, start + 1));
        }
        int i = start + 1;
        if (Character.isJavaIdentifierPart(c)) {
            while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
                i++;
            }
        }
        return i;
    }

    private int endOfLine(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }
}
