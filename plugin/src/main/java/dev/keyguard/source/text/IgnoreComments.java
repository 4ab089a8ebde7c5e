package dev.keyguard.source.text;

import dev.keyguard.source.SuppressionComment;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds {@code keyguard:ignore} comments by their mark alone, without the grammar of the file around them.
 *
 * @param openers    what begins a comment, for example {@code #} or {@code <!--}
 * @param behindText whether a comment may stand behind something else on its line
 */
public record IgnoreComments(List<String> openers, boolean behindText) {
    private static final String MARK = "keyguard:ignore";

    /** All such comments of a text, in order. */
    public List<SuppressionComment> in(Text text) {
        List<SuppressionComment> found = new ArrayList<>();
        String chars = text.chars();
        int from = 0;
        for (int at = chars.indexOf(MARK); at >= 0; at = chars.indexOf(MARK, from)) {
            int line = text.lineOf(at);
            from = at + MARK.length();
            int opener = openerBefore(chars, at, text.startOf(line));
            int behind = at + MARK.length();
            if (opener < 0 || !ends(chars, behind)) {
                continue;
            }
            boolean first = blank(chars, text.startOf(line), opener);
            if (first || behindText) {
                from = text.endOf(line);
                String rest = chars.substring(behind, text.endOf(line));
                int close = closing(rest);
                String said = rest.substring(0, close).trim();
                boolean alone = first
                        && rest.substring(close).replaceFirst("^(\\*/|-->)", "").isBlank();
                found.add(new SuppressionComment(text.place(at), said, alone));
            }
        }
        return found;
    }

    /** Without a copy: a line may be as long as the file and hold the mark many times. */
    private static boolean blank(String chars, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(chars.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the mark is a whole word. */
    private static boolean ends(String chars, int behind) {
        return behind == chars.length()
                || Character.isWhitespace(chars.charAt(behind))
                || chars.startsWith("-->", behind)
                || chars.startsWith("*/", behind);
    }

    private int openerBefore(String chars, int at, int lineStart) {
        int end = at;
        while (end > lineStart && (chars.charAt(end - 1) == ' ' || chars.charAt(end - 1) == '\t')) {
            end--;
        }
        for (String opener : openers) {
            int start = end - opener.length();
            if (start >= lineStart && chars.startsWith(opener, start)) {
                return start;
            }
        }
        return -1;
    }

    private static int closing(String rest) {
        int block = rest.indexOf("*/");
        int xml = rest.indexOf("-->");
        int close = block < 0 ? xml : xml < 0 ? block : Math.min(block, xml);
        return close < 0 ? rest.length() : close;
    }
}
