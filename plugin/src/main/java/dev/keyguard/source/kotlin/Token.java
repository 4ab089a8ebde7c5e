package dev.keyguard.source.kotlin;

/**
 * A token of Kotlin.
 *
 * @param text     as written; of a name in backticks without them
 * @param start    offset of its first character
 * @param end      offset behind it
 * @param newLine  whether a line break stands before it
 */
record Token(Kind kind, String text, int start, int end, boolean newLine) {
    enum Kind {
        NAME,
        NUMBER,
        CHAR,
        SYMBOL,
        /** The opening quotes of a string: one or three. */
        TEXT_START,
        /** Characters of a string between templates. */
        TEXT_PIECE,
        /** <code>$</code> or <code>${</code>. */
        TEMPLATE_START,
        TEMPLATE_END,
        TEXT_END,
        END
    }

    /** Whether it is a name in backticks, which is never a keyword. */
    boolean quoted() {
        return kind == Kind.NAME && end - start != text.length();
    }

    boolean is(String expected) {
        return !quoted() && (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(expected);
    }
}
