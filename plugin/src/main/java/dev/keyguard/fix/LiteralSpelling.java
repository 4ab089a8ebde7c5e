package dev.keyguard.fix;

import java.util.List;

/** An id written as text: in a literal of code, or as a value of a configuration file. */
final class LiteralSpelling {
    private static final String BLOCK = "\"\"\"";

    private LiteralSpelling() {}

    /** @param at offset of the place where the id is written */
    static Spelling in(TextFile file, String path, int at, String oldId, String newId, boolean code) {
        String text = file.text();
        int end = file.lineEnd(at);
        if (code && text.startsWith(BLOCK, at)) {
            int close = text.indexOf(BLOCK, at + BLOCK.length());
            end = close < 0 ? text.length() : close;
        } else if (code && at < text.length() && text.charAt(at) == '"') {
            end = closingQuote(text, at + 1, end);
        }
        List<Occurrence> found = Occurrence.of(oldId, text, at, end);
        if (found.size() != 1) {
            return new Spelling.ByHand(
                    found.isEmpty()
                            ? "the id does not stand there as such"
                            : "the id stands there " + found.size() + " times");
        }
        Occurrence only = found.get(0);
        return Spelling.Edits.of(new Edit(path, only.start(), only.end(), oldId, newId));
    }

    private static int closingQuote(String text, int from, int lineEnd) {
        for (int i = from; i < lineEnd; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i;
            }
        }
        return lineEnd;
    }
}
