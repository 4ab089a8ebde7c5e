package dev.keyguard.fix;

import java.util.ArrayList;
import java.util.List;

/** Finds an id as a whole word in a stretch of text. */
record Occurrence(int start, int end) {
    static List<Occurrence> of(String id, String text, int from, int to) {
        List<Occurrence> found = new ArrayList<>();
        for (int at = text.indexOf(id, from); at >= 0 && at + id.length() <= to; at = text.indexOf(id, at + 1)) {
            int end = at + id.length();
            boolean whole = (at == from || !belongs(text.charAt(at - 1)))
                    && (end == to || !belongs(text.charAt(end)) || isFullStop(text, end, to));
            if (whole) {
                found.add(new Occurrence(at, end));
            }
        }
        return found;
    }

    private static boolean belongs(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '/';
    }

    /** A dot that ends a sentence is no part of an id. */
    private static boolean isFullStop(String text, int at, int to) {
        return text.charAt(at) == '.' && (at + 1 >= to || Character.isWhitespace(text.charAt(at + 1)));
    }
}
