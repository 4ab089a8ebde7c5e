package dev.keyguard.source.tree;

import static dev.keyguard.source.tree.Words.inWord;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What stands around a word of a Java source, told from its bytes alone. Comments, qualifiers, annotations and type
 * arguments between a name and what says how it is used are passed over; what is stranger than that counts as every way.
 */
final class Surroundings {
    private static final Set<String> BELOW = Set.of("extends", "implements", "enum");
    /** Bytes to look back or ahead for the other end of a bracket. */
    private static final int FAR = 2_000;

    private static final String OPERATORS = "+-*/%&|^<>";
    private static final int LONGEST_OPERATOR = 3;
    private static final int NOWHERE = -1;

    private final byte[] content;
    private final int length;

    Surroundings(byte[] content, int length) {
        this.content = content;
        this.length = length;
    }

    /** The ways in which the word between those positions may stand: {@link Standing} as bits. */
    int standings(int start, int end) {
        int next = afterBlanks(end);
        if (at(next) == '/') {
            return Standing.ALL;
        }
        int found = Standing.ANYHOW.bit();
        if (at(next) == '.') {
            return found; // it qualifies the name that counts
        }
        if (at(next) == '(') {
            found |= Standing.CALLED.bit();
        } else if (assigns(next)) {
            found |= Standing.ASSIGNED.bit();
        }
        int behind = behindArguments(next);
        if (at(behind) == '/' || at(behind) == ':' && at(behind + 1) == ':') {
            found |= Standing.MADE.bit();
        }
        Optional<String> before = before(start);
        return before.isEmpty() ? Standing.ALL : found | by(before.get(), behind);
    }

    /** {@code =}, {@code +=} and the like. */
    private boolean assigns(int from) {
        int at = from;
        while (at < from + LONGEST_OPERATOR && OPERATORS.indexOf(at(at)) >= 0) {
            at++;
        }
        return at(at) == '=' && at(at + 1) != '=';
    }

    private int by(String before, int behind) {
        if (before.equals("new")) {
            return Standing.MADE.bit() | (hasBody(behind) ? Standing.EXTENDED.bit() : 0);
        } else if (BELOW.contains(before) || before.equals(",") && continuesList(behind)) {
            return Standing.MADE.bit() | Standing.EXTENDED.bit();
        } else if (before.equals("::")) {
            return Standing.CALLED.bit();
        }
        return before.equals("@") ? Standing.MADE.bit() : 0;
    }

    /** The word or sign that says what a name is there for; absent if that cannot be told. */
    private Optional<String> before(int start) {
        int at = start;
        for (int steps = 0; steps < FAR; steps++) {
            int left = beforeBlanks(at);
            if (left < 0) {
                return Optional.of("");
            }
            if (crossesLineComment(left, at)) {
                return Optional.empty();
            }
            int over = over(left);
            if (over == NOWHERE) {
                return Optional.of(sign(left));
            }
            at = over;
        }
        return Optional.empty();
    }

    /** Where what ends there begins, if it stands between a name and what the name is there for. */
    private int over(int left) {
        byte last = content[left];
        if (last == '/' && left > 0 && content[left - 1] == '*') {
            return before("/*", left - 2);
        } else if (last == '.') {
            int qualifier = beforeBlanks(left);
            if (at(qualifier) == '>') {
                qualifier = beforeBlanks(opening(qualifier, '<', '>'));
            }
            return qualifier >= 0 && inWord(content[qualifier]) ? wordStart(qualifier) : NOWHERE;
        } else if (last == '>') {
            return opening(left, '<', '>');
        } else if (last == ')') {
            int open = opening(left, '(', ')');
            return open > 0 ? annotation(beforeBlanks(open)) : NOWHERE;
        }
        return inWord(last) ? annotation(left) : NOWHERE;
    }

    /** Where the annotation begins whose name ends there. */
    private int annotation(int end) {
        int start = end < 0 || !inWord(content[end]) ? NOWHERE : wordStart(end);
        while (start > 1 && content[start - 1] == '.' && inWord(content[start - 2])) {
            start = wordStart(start - 2);
        }
        return start > 0 && content[start - 1] == '@' ? start - 1 : NOWHERE;
    }

    private String sign(int left) {
        if (inWord(content[left])) {
            int start = wordStart(left);
            return new String(content, start, left + 1 - start, StandardCharsets.UTF_8);
        }
        boolean reference = content[left] == ':' && left > 0 && content[left - 1] == ':';
        return reference ? "::" : Character.toString(content[left]);
    }

    /** Whether the name at which a comma stands is in a list of types before a class's body, not in one of arguments. */
    private boolean continuesList(int behind) {
        return at(behind) == '{' || at(behind) == ',' || at(behind) == '/' || isWord(behind, "permits");
    }

    private boolean isWord(int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at(from + i) != word.charAt(i)) {
                return false;
            }
        }
        return !inWord(at(from + word.length()));
    }

    /** Whether a body follows the arguments of a constructor. */
    private boolean hasBody(int open) {
        if (at(open) != '(') {
            return at(open) != '['; // an array
        }
        int depth = 0;
        for (int i = open; i < length; i++) {
            byte b = content[i];
            if (b == '"' || b == '\'') {
                i = behindQuote(i);
                if (i == NOWHERE) {
                    return true;
                }
            } else if (b == '/' && (at(i + 1) == '/' || at(i + 1) == '*')) {
                return true;
            } else if (b == '(') {
                depth++;
            } else if (b == ')' && --depth == 0) {
                byte next = at(afterBlanks(i + 1));
                return next == '{' || next == '/';
            }
        }
        return true;
    }

    /** Where a literal ends; nowhere for a text block or one that does not end in its line. */
    private int behindQuote(int open) {
        byte quote = content[open];
        if (at(open + 1) == quote && at(open + 2) == quote) {
            return NOWHERE;
        }
        for (int i = open + 1; i < length && content[i] != '\n'; i++) {
            if (content[i] == '\\') {
                i++;
            } else if (content[i] == quote) {
                return i;
            }
        }
        return NOWHERE;
    }

    /** The position behind type arguments and array brackets, if there are any. */
    private int behindArguments(int from) {
        int at = from;
        if (at(at) == '<') {
            int depth = 0;
            int end = Math.min(length, from + FAR);
            do {
                byte b = at(at);
                depth += b == '<' ? 1 : b == '>' ? -1 : 0;
                if (b == '/' || b == '(' || b == '"') {
                    return at; // a comment, or no type arguments
                }
            } while (++at < end && depth > 0);
            at = afterBlanks(at);
        }
        while (at(at) == '[' && at(afterBlanks(at + 1)) == ']') {
            at = afterBlanks(afterBlanks(at + 1) + 1);
        }
        return at;
    }

    private int opening(int close, char opens, char closes) {
        int depth = 0;
        for (int i = close; i >= 0 && i > close - FAR; i--) {
            if (content[i] == closes) {
                depth++;
            } else if (content[i] == opens && --depth == 0) {
                return i;
            }
        }
        return NOWHERE;
    }

    /** Whether the line in which the text to the left ends may end in a comment. */
    private boolean crossesLineComment(int left, int at) {
        int newline = left + 1;
        while (newline < at && content[newline] != '\n' && content[newline] != '\r') {
            newline++;
        }
        if (newline == at) {
            return false;
        }
        for (int i = left; i > 0 && content[i] != '\n'; i--) {
            if (content[i] == '/' && content[i - 1] == '/') {
                return true;
            }
        }
        return false;
    }

    private int before(String mark, int from) {
        for (int i = from; i >= 0; i--) {
            if (content[i] == mark.charAt(0) && at(i + 1) == mark.charAt(1)) {
                return i;
            }
        }
        return NOWHERE;
    }

    private int wordStart(int last) {
        int start = last;
        while (start > 0 && inWord(content[start - 1])) {
            start--;
        }
        return start;
    }

    private int beforeBlanks(int from) {
        int at = from - 1;
        while (at >= 0 && isBlank(content[at])) {
            at--;
        }
        return at;
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at < length && isBlank(content[at])) {
            at++;
        }
        return at;
    }

    private byte at(int position) {
        return position >= 0 && position < length ? content[position] : 0;
    }

    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }
}
