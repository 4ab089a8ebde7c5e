package dev.keyguard.source.config;

import java.util.ArrayDeque;
import java.util.Deque;

/** One pass over a HOCON file, without recursion. */
final class HoconScan {
    private static final int MAX_DEPTH = 100;

    private final String chars;
    private final Entries entries;
    private final Deque<Block> open = new ArrayDeque<>();
    private int pos;
    private boolean room = true;

    HoconScan(String chars, Entries entries) {
        this.chars = chars;
        this.entries = entries;
        open.push(new Block("", false));
    }

    void run() {
        while (room && skipToContent()) {
            char c = chars.charAt(pos);
            if (c == '}' || c == ']') {
                pos++;
                if (open.size() > 1) {
                    open.pop();
                }
            } else if (open.element().list) {
                value(open.element().path + "[" + open.element().next++ + "]", pos);
            } else if (c == '{' && open.size() == 1) {
                pos++;
            } else {
                field();
            }
        }
    }

    private void field() {
        int keyOffset = pos + (chars.charAt(pos) == '"' ? 1 : 0);
        String key = key();
        while (pos < chars.length() && (chars.charAt(pos) == ' ' || chars.charAt(pos) == '\t')) {
            pos++;
        }
        if (pos >= chars.length() || key.isEmpty()) {
            pos++;
            return;
        }
        char c = chars.charAt(pos);
        if (c == '{') {
            value(joined(key), keyOffset);
        } else if (c == '=' || c == ':' || chars.startsWith("+=", pos)) {
            pos += c == '+' ? 2 : 1;
            skipSpace();
            value(joined(key), keyOffset);
        } else {
            skipLine();
        }
    }

    private String key() {
        StringBuilder key = new StringBuilder();
        boolean quoted = false;
        while (pos < chars.length()) {
            char c = chars.charAt(pos);
            if (c == '\n' || !quoted && ("=:{}[],#\r".indexOf(c) >= 0 || chars.startsWith("+=", pos))) {
                break;
            }
            if (c == '"') {
                quoted = !quoted;
            } else {
                key.append(c);
            }
            pos++;
        }
        return key.toString().strip();
    }

    private String joined(String key) {
        String path = open.element().path;
        boolean tooLong = path.length() > Entries.MAX_KEY;
        return tooLong ? path : path.isEmpty() ? key : path + "." + key;
    }

    private void value(String path, int keyOffset) {
        if (pos >= chars.length()) {
            return;
        }
        char c = chars.charAt(pos);
        if (c == '{' || c == '[') {
            pos++;
            if (open.size() > MAX_DEPTH) {
                room = false;
            } else {
                open.push(new Block(path, c == '['));
            }
        } else if (chars.startsWith("\"\"\"", pos)) {
            int end = chars.indexOf("\"\"\"", pos + 3);
            int stop = end < 0 ? chars.length() : end;
            room = entries.add(path, chars.substring(pos + 3, stop), pos + 3, keyOffset);
            pos = Math.min(chars.length(), stop + 3);
        } else {
            int start = pos + (c == '"' ? 1 : 0);
            room = entries.add(path, concatenation(), start, keyOffset);
        }
    }

    /** Quoted strings, references and bare text up to the end of the value, quotes undone. */
    private String concatenation() {
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        boolean reference = false;
        int bareEnd = 0;
        while (pos < chars.length() && chars.charAt(pos) != '\n' && chars.charAt(pos) != '\r') {
            char c = chars.charAt(pos);
            if (!quoted && !reference && (",}]#".indexOf(c) >= 0 || chars.startsWith("//", pos) && isSpaceBefore())) {
                break;
            }
            if (quoted && c == '\\' && pos + 1 < chars.length()) {
                value.append(chars.charAt(++pos));
            } else if (c == '"' && !reference) {
                quoted = !quoted;
            } else {
                reference = !quoted && (reference ? c != '}' : chars.startsWith("{", pos) && endsWithDollar(value));
                value.append(c);
            }
            pos++;
            bareEnd = quoted || !Character.isWhitespace(c) ? value.length() : bareEnd;
        }
        return value.substring(0, bareEnd);
    }

    private boolean isSpaceBefore() {
        return Character.isWhitespace(chars.charAt(pos - 1));
    }

    private static boolean endsWithDollar(StringBuilder value) {
        return value.length() > 0 && value.charAt(value.length() - 1) == '$';
    }

    private boolean skipToContent() {
        while (pos < chars.length()) {
            char c = chars.charAt(pos);
            if (c == '#' || chars.startsWith("//", pos)) {
                skipLine();
            } else if (Character.isWhitespace(c) || c == ',' || c == ';') {
                pos++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipSpace() {
        while (pos < chars.length() && Character.isWhitespace(chars.charAt(pos))) {
            pos++;
        }
    }

    private void skipLine() {
        int end = chars.indexOf('\n', pos);
        pos = end < 0 ? chars.length() : end;
    }

    private static final class Block {
        private final String path;
        private final boolean list;
        private int next;

        Block(String path, boolean list) {
            this.path = path;
            this.list = list;
        }
    }
}
