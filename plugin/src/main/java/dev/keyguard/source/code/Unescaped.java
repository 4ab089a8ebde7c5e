package dev.keyguard.source.code;

import java.util.Arrays;

/**
 * The text of a literal, made from its spelling as the Java Language Specification says (3.10.5 to 3.10.7), with the
 * index in the spelling that each character comes from. An escape that is not one stays as written.
 */
final class Unescaped {
    private final String raw;
    private final StringBuilder text = new StringBuilder();
    private int[] sources = new int[16];

    Unescaped(String raw, boolean escapes, boolean block) {
        this.raw = raw;
        if (block) {
            lines(escapes);
        } else {
            decode(0, raw.length(), escapes);
        }
    }

    String text() {
        return text.toString();
    }

    /** Index in the spelling of the character at {@code offset} of the text. */
    int source(int offset) {
        return offset < text.length() ? sources[Math.max(0, offset)] : raw.length();
    }

    private void lines(boolean escapes) {
        int start = endOfLine(0);
        start = start == raw.length() ? start : afterBreak(start);
        int indent = indentation(start);
        while (start <= raw.length()) {
            int end = endOfLine(start);
            int last = end;
            while (last > start && isBlank(raw.charAt(last - 1))) {
                last--;
            }
            boolean joined = escapes && last > start && continues(start, last);
            int first = last == start ? last : Math.min(start + indent, last);
            decode(first, joined ? last - 1 : last, escapes);
            if (end == raw.length()) {
                return;
            }
            if (!joined) {
                append('\n', end);
            }
            start = afterBreak(end);
        }
    }

    /** Whether the line ends with a backslash that is not itself escaped. */
    private boolean continues(int start, int last) {
        int backslashes = 0;
        while (last - backslashes > start && raw.charAt(last - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** The smallest indentation of the lines that are not blank; the last line counts even if blank. */
    private int indentation(int from) {
        int smallest = Integer.MAX_VALUE;
        int start = from;
        while (true) {
            int end = endOfLine(start);
            int i = start;
            while (i < end && isBlank(raw.charAt(i))) {
                i++;
            }
            if (i < end || end == raw.length()) {
                smallest = Math.min(smallest, i - start);
            }
            if (end == raw.length()) {
                return smallest;
            }
            start = afterBreak(end);
        }
    }

    private void decode(int from, int to, boolean escapes) {
        int i = from;
        while (i < to) {
            char c = raw.charAt(i);
            if (c == '\\' && escapes && i + 1 < to) {
                i = escape(i, to);
            } else {
                append(c, i++);
            }
        }
    }

    /** Appends what the escape at {@code i} stands for; returns the index behind it. */
    private int escape(int i, int to) {
        char c = raw.charAt(i + 1);
        int simple = "btnfrs\"'\\$".indexOf(c);
        if (simple >= 0) {
            append("\b\t\n\f\r \"'\\$".charAt(simple), i);
            return i + 2;
        }
        if (c == 'u') {
            int digits = i + 2;
            while (digits < to && raw.charAt(digits) == 'u') {
                digits++;
            }
            return unicode(i, digits, to);
        }
        int end = i + 1;
        int octal = 0;
        while (end < to && end < i + 4 && raw.charAt(end) >= '0' && raw.charAt(end) <= '7' && octal < 32) {
            octal = octal * 8 + raw.charAt(end++) - '0';
        }
        if (end > i + 1) {
            append((char) octal, i);
            return end;
        }
        append('\\', i);
        append(c, i + 1);
        return i + 2;
    }

    private int unicode(int i, int digits, int to) {
        int code = 0;
        for (int d = digits; d < digits + 4; d++) {
            int digit = d < to ? Character.digit(raw.charAt(d), 16) : -1;
            if (digit < 0) {
                append('\\', i);
                return i + 1;
            }
            code = code * 16 + digit;
        }
        append((char) code, i);
        return digits + 4;
    }

    private void append(char c, int source) {
        if (text.length() == sources.length) {
            sources = Arrays.copyOf(sources, sources.length * 2);
        }
        sources[text.length()] = source;
        text.append(c);
    }

    private int endOfLine(int from) {
        int i = from;
        while (i < raw.length() && raw.charAt(i) != '\n' && raw.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private int afterBreak(int i) {
        return raw.charAt(i) == '\r' && raw.startsWith("\n", i + 1) ? i + 2 : i + 1;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c);
    }
}
