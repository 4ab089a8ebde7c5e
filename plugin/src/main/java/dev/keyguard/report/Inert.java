package dev.keyguard.report;

/** Makes text from sources and answers harmless where people look at it. */
public final class Inert {
    private Inert() {}

    /**
     * The text with control characters, terminal escapes and invisible direction marks written as <code>&#92;u001b</code>;
     * tabs become spaces.
     */
    public static String of(String text) {
        StringBuilder inert = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean harmful = c != '\t' && Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || c == '\u2028'
                    || c == '\u2029'
                    || Character.isSurrogate(c) && !paired(text, i);
            if ((harmful || c == '\t') && inert == null) {
                inert = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (inert != null) {
                inert.append(harmful ? String.format("\\u%04x", (int) c) : c == '\t' ? " " : String.valueOf(c));
            }
        }
        return inert == null ? text : inert.toString();
    }

    private static boolean paired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
