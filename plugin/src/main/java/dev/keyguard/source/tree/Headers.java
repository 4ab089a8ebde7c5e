package dev.keyguard.source.tree;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the bytes of a source file tell without being parsed: its package, and the types that begin a line. */
final class Headers {
    /** A declaration at the very beginning of a line; nested ones are indented wherever code is formatted. */
    private static final Pattern TYPE = Pattern.compile(
            "(?:@\\w[\\w.]*(?:\\([^)\\n]{0,200}\\))?[ \\t]+|(?:public|protected|private|internal|abstract|final|sealed"
                    + "|non-sealed|static|strictfp|open|data|value|inline|annotation|expect|actual|fun|case)[ \\t]+){0,12}"
                    + "(?:class|interface|@interface|enum(?:[ \\t]+class)?|record|object|typealias|trait)[ \\t]+(\\w[\\w$]*)");

    /** Bytes; more than a declaration with a dozen annotations before its name takes. */
    private static final int LONGEST_LINE = 4096;

    private Headers() {}

    /** The package a source file says it is in; empty for the default package. */
    static String packageOf(byte[] content, int length) {
        int at = 0;
        while (at < length) {
            byte b = content[at];
            if (b <= ' ' && b >= 0 || b == ';' || b < 0) {
                at++; // a byte-order mark, too
            } else if (b == '/' && at + 1 < length && content[at + 1] == '*') {
                at = behindComment(content, length, at + 2);
            } else if (b == '/' || b == '@' || b == '#') {
                at = behindLine(content, length, at); // a comment, an annotation of the file, a script's first line
            } else {
                return startsWith(content, length, at, "package") ? name(content, length, at + 7) : "";
            }
        }
        return "";
    }

    /** Names of the types that begin a line. */
    static Set<String> topLevelTypes(byte[] content, int length) {
        Set<String> names = new TreeSet<>();
        for (int start = 0; start < length; ) {
            int end = behindLine(content, length, start);
            if (isLetter(content[start]) || content[start] == '@') { // most lines are indented
                int size = Math.min(end - start, LONGEST_LINE);
                Matcher matcher = TYPE.matcher(new String(content, start, size, StandardCharsets.UTF_8));
                if (matcher.lookingAt()) {
                    names.add(matcher.group(1));
                }
            }
            start = end + 1;
        }
        return names;
    }

    private static boolean isLetter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private static int behindComment(byte[] content, int length, int from) {
        for (int i = from; i + 1 < length; i++) {
            if (content[i] == '*' && content[i + 1] == '/') {
                return i + 2;
            }
        }
        return length;
    }

    private static int behindLine(byte[] content, int length, int from) {
        int at = from;
        while (at < length && content[at] != '\n' && content[at] != '\r') {
            at++;
        }
        return at;
    }

    private static boolean startsWith(byte[] content, int length, int at, String word) {
        if (at + word.length() >= length || content[at + word.length()] > ' ') {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (content[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Names and dots in turn, over blanks and line ends; where neither follows, the name is over. */
    private static String name(byte[] content, int length, int from) {
        StringBuilder name = new StringBuilder();
        int at = blanks(content, length, from);
        while (at < length) {
            int end = at;
            while (end < length && isName(content[end])) {
                end++;
            }
            name.append(new String(content, at, end - at, StandardCharsets.UTF_8).replace("`", ""));
            int dot = blanks(content, length, end);
            if (end == at || dot >= length || content[dot] != '.') {
                break;
            }
            name.append('.');
            at = blanks(content, length, dot + 1);
        }
        return name.toString();
    }

    private static int blanks(byte[] content, int length, int from) {
        int at = from;
        while (at < length && content[at] <= ' ' && content[at] >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isName(byte b) {
        return b < 0 || b == '_' || b == '$' || b == '`' || Character.isLetterOrDigit(b);
    }
}
