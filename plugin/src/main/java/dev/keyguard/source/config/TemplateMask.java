package dev.keyguard.source.config;

/**
 * Makes templates of YAML readable: Helm's and Jinja's {@code {{ … }}} and {@code {% … %}}, and Maven's {@code @name@},
 * which YAML does not allow where people write them. What YAML would trip over is replaced by private characters, one by
 * one, so that offsets stay; lines that hold nothing but a template instruction become comments, and what Helm would
 * expand to lines of their own ({@code nindent}) becomes blank.
 */
final class TemplateMask {
    /** Masked characters are moved here, into a private use area. */
    private static final char BASE = '\uE000';

    private static final int ASCII = 128;

    private TemplateMask() {}

    static boolean applies(String chars) {
        return chars.contains("{{") || chars.contains("{%") || chars.indexOf('@') >= 0;
    }

    static String mask(String chars) {
        char[] masked = chars.toCharArray();
        int lineStart = 0;
        while (lineStart < masked.length) {
            int lineEnd = chars.indexOf('\n', lineStart);
            int end = lineEnd < 0 ? masked.length : lineEnd;
            maskLine(masked, chars.substring(lineStart, end), lineStart);
            lineStart = end + 1;
        }
        return new String(masked);
    }

    static String unmask(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            plain.append(c >= BASE && c < BASE + ASCII ? (char) (c - BASE) : c);
        }
        return plain.toString();
    }

    private static void maskLine(char[] masked, String line, int offset) {
        String trimmed = line.trim();
        if (trimmed.startsWith("{{") && trimmed.endsWith("}}") || trimmed.startsWith("{%") && trimmed.endsWith("%}")) {
            masked[offset + line.indexOf(trimmed)] = '#';
            return;
        }
        for (int at = line.indexOf('@'); at >= 0; at = line.indexOf('@', at + 1)) {
            masked[offset + at] = (char) (BASE + '@');
        }
        int from = line.indexOf("{{");
        while (from >= 0) {
            int close = line.indexOf("}}", from);
            if (close < 0) {
                return;
            }
            boolean block = line.substring(from, close).contains("nindent");
            for (int at = from; at < close + 2; at++) {
                char c = line.charAt(at);
                if (block) {
                    masked[offset + at] = ' ';
                } else if (c < ASCII && c > ' ' && !Character.isLetterOrDigit(c)) {
                    masked[offset + at] = (char) (BASE + c);
                }
            }
            from = line.indexOf("{{", close + 2);
        }
    }
}
