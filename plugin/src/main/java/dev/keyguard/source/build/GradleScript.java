package dev.keyguard.source.build;

import dev.keyguard.source.text.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A Gradle script without its comments, and the texts it assigns to names: {@code name = "text"}, {@code ext["name"] =
 * "text"}, {@code set("name", "text")}, {@code version "text"}. One pass from text to text: patterns over a script of
 * thousands of lines were a fifth of a scan.
 */
final class GradleScript {
    private static final Set<String> WITHOUT_SIGN = Set.of("group", "version");

    private final char[] chars;
    private final String code;
    private final Map<String, String> values = new LinkedHashMap<>();

    GradleScript(Text text) {
        chars = text.chars().toCharArray();
        Map<String, String> assigned = new LinkedHashMap<>();
        int at = 0;
        while (at < chars.length) {
            char c = chars[at];
            if (c == '"' || c == '\'') {
                int end = textEnd(at);
                text(at, end, assigned);
                at = end + 1;
            } else if (c == '/' && isAt(at + 1, '/')) {
                at = blank(at, lineEnd(at));
            } else if (c == '/' && isAt(at + 1, '*')) {
                at = blank(at, commentEnd(at + 2));
            } else {
                at++;
            }
        }
        assigned.forEach(values::putIfAbsent);
        code = new String(chars);
    }

    /** The script with comments replaced by blanks, so that offsets stay. */
    String code() {
        return code;
    }

    /** Names and the texts first assigned to them, as written. */
    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    private void text(int open, int end, Map<String, String> assigned) {
        if (!isAt(end, chars[open])) {
            return;
        }
        int before = beforeBlanks(open);
        String text = new String(chars, open + 1, end - open - 1);
        if (isAt(before, '=')) {
            int behindName = beforeBlanks(before);
            String name = isAt(behindName, ']') ? quoted(beforeBlanks(behindName), '[') : word(behindName);
            assign(name, text, assigned);
        } else if (isAt(before, ',')) {
            int quote = beforeBlanks(before);
            String name = quoted(quote, '(');
            int bracket = beforeBlanks(quote - name.length() - 1);
            assign(word(bracket - 1).equals("set") ? name : "", text, assigned);
        } else if (before < open - 1 && WITHOUT_SIGN.contains(word(before))) {
            int begin = before - word(before).length();
            int line = beforeBlanks(begin + 1);
            boolean first = line < 0 || hasLineEnd(line, begin + 1);
            assign(first ? word(before) : "", text, values);
        }
    }

    private static void assign(String name, String text, Map<String, String> to) {
        if (!name.isEmpty()) {
            to.putIfAbsent(name, text);
        }
    }

    /** The word in quotes that end at {@code quote}, if that bracket stands before it; else empty. */
    private String quoted(int quote, char bracket) {
        if (!isAt(quote, '"') && !isAt(quote, '\'')) {
            return "";
        }
        String name = word(quote - 1);
        int open = quote - name.length() - 1;
        return (isAt(open, '"') || isAt(open, '\'')) && isAt(beforeBlanks(open), bracket) ? name : "";
    }

    /** The word whose last letter stands there. */
    private String word(int last) {
        int first = last;
        while (first >= 0 && (Character.isLetterOrDigit(chars[first]) || chars[first] == '_')) {
            first--;
        }
        return last < 0 ? "" : new String(chars, first + 1, last - first);
    }

    private int beforeBlanks(int at) {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(chars[before])) {
            before--;
        }
        return before;
    }

    private boolean hasLineEnd(int from, int to) {
        for (int i = from; i < to; i++) {
            if (chars[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(int at, char c) {
        return at >= 0 && at < chars.length && chars[at] == c;
    }

    /** Where the quote closes that opens there, or the line ends. */
    private int textEnd(int open) {
        int at = open + 1;
        while (at < chars.length && chars[at] != chars[open] && chars[at] != '\n') {
            at += chars[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    private int lineEnd(int at) {
        int end = at;
        while (end < chars.length && chars[end] != '\n') {
            end++;
        }
        return end;
    }

    private int commentEnd(int at) {
        int end = at;
        while (end < chars.length && !(chars[end] == '*' && isAt(end + 1, '/'))) {
            end++;
        }
        return Math.min(chars.length, end + 2);
    }

    private int blank(int from, int to) {
        for (int i = from; i < to; i++) {
            chars[i] = chars[i] == '\n' || chars[i] == '\r' ? chars[i] : ' ';
        }
        return to;
    }
}
