package dev.keyguard.source.tree;

/** A word and how it stands, as a text that the memory keeps: the word, for other ways than any with a mark behind it. */
record WordMark(String word, Standing standing) {
    /** Never part of a word that is asked for. */
    private static final char SEPARATOR = '\n';

    static WordMark of(String text) {
        int at = text.indexOf(SEPARATOR);
        return at < 0
                ? new WordMark(text, Standing.ANYHOW)
                : new WordMark(text.substring(0, at), Standing.valueOf(text.substring(at + 1)));
    }

    String text() {
        return standing == Standing.ANYHOW ? word : word + SEPARATOR + standing;
    }
}
