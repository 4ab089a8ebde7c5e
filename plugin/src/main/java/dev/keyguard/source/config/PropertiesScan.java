package dev.keyguard.source.config;

/** One pass over a properties file. Syntax: {@link java.util.Properties#load(java.io.Reader)}. */
final class PropertiesScan {
    private final String chars;
    private final Entries entries;
    private int pos;

    PropertiesScan(String chars, Entries entries) {
        this.chars = chars;
        this.entries = entries;
    }

    void run() {
        boolean room = true;
        while (room && skipBlankLines()) {
            char first = chars.charAt(pos);
            if (first == '#' || first == '!') {
                comment();
            } else {
                room = entry();
            }
        }
    }

    private boolean entry() {
        int keyOffset = pos;
        String key = token(true);
        skipSpace();
        if (pos < chars.length() && (chars.charAt(pos) == '=' || chars.charAt(pos) == ':')) {
            pos++;
            skipSpace();
        }
        int valueOffset = pos;
        return entries.add(key, token(false), valueOffset, keyOffset);
    }

    /** Spring Boot: a comment of exactly three hyphens, at the line's start, begins a new document. */
    private void comment() {
        int start = pos;
        while (pos < chars.length() && !isLineBreak(pos)) {
            pos++;
        }
        boolean atLineStart = start == 0 || isLineBreak(start - 1);
        if (atLineStart && chars.substring(start + 1, pos).stripTrailing().equals("---")) {
            entries.endDocument();
        }
    }

    private String token(boolean key) {
        StringBuilder token = new StringBuilder();
        while (pos < chars.length() && !isLineBreak(pos)) {
            char c = chars.charAt(pos);
            if (key && (c == '=' || c == ':' || isSpace(c))) {
                break;
            }
            if (c != '\\') {
                token.append(c);
                pos++;
            } else if (!continuation()) {
                escape(token);
            }
        }
        return token.toString();
    }

    /** Skips a backslash at the line's end together with the line break and the next line's indentation. */
    private boolean continuation() {
        int next = pos + 1;
        if (next < chars.length() && !isLineBreak(next)) {
            return false;
        }
        pos = next;
        if (pos < chars.length()) {
            pos += chars.startsWith("\r\n", pos) ? 2 : 1;
        }
        while (pos < chars.length() && isSpace(chars.charAt(pos))) {
            pos++;
        }
        return true;
    }

    private void escape(StringBuilder token) {
        char c = chars.charAt(pos + 1);
        int start = pos;
        pos += 2;
        switch (c) {
            case 't' -> token.append('\t');
            case 'n' -> token.append('\n');
            case 'r' -> token.append('\r');
            case 'f' -> token.append('\f');
            case 'u' -> unicode(token, start);
            default -> token.append(c);
        }
    }

    private void unicode(StringBuilder token, int start) {
        int end = Math.min(pos + 4, chars.length());
        String digits = chars.substring(pos, end);
        if (digits.length() == 4 && digits.chars().allMatch(digit -> Character.digit(digit, 16) >= 0)) {
            token.append((char) Integer.parseInt(digits, 16));
            pos = end;
        } else {
            token.append("\\u");
            entries.problem(
                    start, "\\u must be followed by four hexadecimal digits; write \\\\ for a backslash itself.");
        }
    }

    private void skipSpace() {
        while (pos < chars.length()) {
            if (isSpace(chars.charAt(pos))) {
                pos++;
            } else if (chars.charAt(pos) != '\\' || !continuation()) {
                return;
            }
        }
    }

    /** Moves to the first character of the next line that is not blank; false at the end. */
    private boolean skipBlankLines() {
        while (pos < chars.length() && (isSpace(chars.charAt(pos)) || isLineBreak(pos))) {
            pos++;
        }
        return pos < chars.length();
    }

    private boolean isLineBreak(int at) {
        return chars.charAt(at) == '\n' || chars.charAt(at) == '\r';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }
}
