package dev.keyguard.source.code;

import dev.keyguard.source.Place;

/**
 * How a string literal is written in the file, kept only where that differs from one quote followed by its text.
 *
 * @param raw    the characters between the delimiters as they stand in the file
 * @param lead   columns from the literal's place to the first of them
 * @param escapes whether a backslash begins an escape
 * @param block  whether it is a text block: the rest of the opening line does not count, indentation is stripped
 */
public record Spelling(String raw, int lead, boolean escapes, boolean block) {
    /** The text stands as it is behind one opening quote. */
    static final Spelling PLAIN = new Spelling("", 1, false, false);

    /** The text that this spelling stands for. */
    public String text() {
        return new Unescaped(raw, escapes, block).text();
    }

    Place placeAt(int offset, Place start, String text) {
        if (this == PLAIN) {
            return advance(start, text, Math.min(offset, text.length()));
        }
        return advance(start, raw, new Unescaped(raw, escapes, block).source(offset));
    }

    private Place advance(Place start, String source, int length) {
        int line = start.line();
        int column = start.column() + lead;
        for (int i = 0; i < length; i++) {
            char c = source.charAt(i);
            if (c == '\n' || c == '\r' && !source.startsWith("\n", i + 1)) {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new Place(start.file(), line, column);
    }
}
