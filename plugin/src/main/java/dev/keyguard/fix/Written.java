package dev.keyguard.fix;

import java.util.Optional;

/**
 * A constant as it stands in the code, {@code GPT_4O}, {@code ChatModel.GPT_4O} or qualified.
 *
 * @param start  offset of its first character
 * @param nameAt offset of the constant's own name
 * @param name   the constant's own name
 */
record Written(int start, int nameAt, String name) {
    /** A call with the constant as its first argument; {@code at} is the offset of the method's name. */
    record Call(String method, int at) {}

    /** The constant of that name that stands around that offset. */
    static Optional<Written> in(String text, int at, String name) {
        int start = at;
        while (start > 0 && part(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && part(text.charAt(end))) {
            end++;
        }
        String written = text.substring(start, end);
        int nameAt = written.startsWith(name) && whole(written, 0, name) ? 0 : written.indexOf("." + name) + 1;
        boolean found = written.startsWith(name, nameAt) && whole(written, nameAt, name);
        return found && (nameAt > 0 || written.startsWith(name))
                ? Optional.of(new Written(start, start + nameAt, name))
                : Optional.empty();
    }

    int nameEnd() {
        return nameAt + name.length();
    }

    /** Whether its own name is all that is written. */
    boolean bare() {
        return start == nameAt;
    }

    /** Qualified name of the class whose import it rests on; empty where it is written in full, or bare. */
    Optional<String> importedClass(String text, String className) {
        if (bare()) {
            return Optional.empty();
        }
        String qualifier = text.substring(start, nameAt - 1);
        String first = qualifier.contains(".") ? qualifier.substring(0, qualifier.indexOf('.')) : qualifier;
        return className.endsWith("." + qualifier)
                ? Optional.of(className.substring(0, className.length() - qualifier.length()) + first)
                : Optional.empty();
    }

    /** The call that it is the first argument of, if it is. */
    Optional<Call> call(String text) {
        int open = back(text, start);
        int next = nameEnd();
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        boolean argument = open > 0
                && text.charAt(open - 1) == '('
                && next < text.length()
                && (text.charAt(next) == ')' || text.charAt(next) == ',');
        if (!argument) {
            return Optional.empty();
        }
        int end = back(text, open - 1);
        int begin = end;
        while (begin > 0 && Character.isJavaIdentifierPart(text.charAt(begin - 1))) {
            begin--;
        }
        return begin == end ? Optional.empty() : Optional.of(new Call(text.substring(begin, end), begin));
    }

    /** Offset behind the last character before that offset that is no white space. */
    private static int back(String text, int from) {
        int at = from;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean whole(String written, int at, String name) {
        int end = at + name.length();
        return end == written.length()
                || end < written.length() && !Character.isJavaIdentifierPart(written.charAt(end));
    }

    private static boolean part(char c) {
        return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) || c == '.';
    }
}
