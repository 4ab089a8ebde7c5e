package dev.keyguard.source.build;

import dev.keyguard.source.text.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A Gradle script without its comments, and the texts it assigns to names. */
final class GradleScript {
    private static final Pattern ASSIGNED = Pattern.compile("(?:\\b(\\w++)\\s*+=|\\[\\s*+[\"'](\\w++)[\"']\\s*+]\\s*+="
            + "|\\bset\\(\\s*+[\"'](\\w++)[\"']\\s*+,)\\s*+[\"']([^\"'\\n]*+)[\"']");
    private static final Pattern GROOVY = Pattern.compile("(?m)^\\s*+(group|version)\\s++[\"']([^\"'\\n]*+)[\"']");

    private final String code;
    private final Map<String, String> values = new LinkedHashMap<>();

    GradleScript(Text text) {
        code = withoutComments(text.chars());
        GROOVY.matcher(code).results().forEach(match -> values.putIfAbsent(match.group(1), match.group(2)));
        ASSIGNED.matcher(code).results().forEach(match -> {
            for (int group = 1; group <= 3; group++) {
                if (match.group(group) != null) {
                    values.putIfAbsent(match.group(group), match.group(4));
                }
            }
        });
    }

    /** The script with comments replaced by blanks, so that offsets stay. */
    String code() {
        return code;
    }

    /** Names and the texts first assigned to them, as written. */
    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    private static String withoutComments(String chars) {
        char[] code = chars.toCharArray();
        int at = 0;
        while (at < code.length) {
            char c = code[at];
            if (c == '"' || c == '\'') {
                at = stringEnd(chars, at);
            } else if (chars.startsWith("//", at)) {
                at = blank(code, at, chars.indexOf('\n', at));
            } else if (chars.startsWith("/*", at)) {
                int end = chars.indexOf("*/", at + 2);
                at = blank(code, at, end < 0 ? end : end + 2);
            } else {
                at++;
            }
        }
        return new String(code);
    }

    private static int stringEnd(String chars, int start) {
        char quote = chars.charAt(start);
        int at = start + 1;
        while (at < chars.length() && chars.charAt(at) != quote && chars.charAt(at) != '\n') {
            at += chars.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private static int blank(char[] code, int from, int to) {
        int end = to < 0 ? code.length : to;
        for (int i = from; i < end; i++) {
            code[i] = code[i] == '\n' || code[i] == '\r' ? code[i] : ' ';
        }
        return end;
    }
}
