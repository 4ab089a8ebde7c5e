package dev.keyguard.rule;

/** Text from elsewhere, made into the end of a message. */
final class Sentence {
    private Sentence() {}

    /** The text with a full stop at its end, unless it is empty or has one. */
    static String of(String text) {
        String plain = text.strip();
        return plain.isEmpty() || ".!?".indexOf(plain.charAt(plain.length() - 1)) >= 0 ? plain : plain + ".";
    }
}
