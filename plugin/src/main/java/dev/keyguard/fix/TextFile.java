package dev.keyguard.fix;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * A file as text that can be changed without touching the bytes around the change.
 *
 * @param bytes   the whole file
 * @param skipped bytes of a byte order mark
 * @param charset UTF-8, or ISO-8859-1 where it is not UTF-8
 * @param text    the file without its byte order mark
 */
record TextFile(byte[] bytes, int skipped, Charset charset, String text) {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static TextFile of(byte[] bytes) {
        boolean bom = bytes.length >= BOM.length && Arrays.equals(bytes, 0, BOM.length, BOM, 0, BOM.length);
        int skipped = bom ? BOM.length : 0;
        ByteBuffer content = ByteBuffer.wrap(bytes, skipped, bytes.length - skipped);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(content).toString();
            return new TextFile(bytes, skipped, StandardCharsets.UTF_8, text);
        } catch (CharacterCodingException notUtf8) {
            String text = new String(bytes, skipped, bytes.length - skipped, StandardCharsets.ISO_8859_1);
            return new TextFile(bytes, skipped, StandardCharsets.ISO_8859_1, text);
        }
    }

    /** Offset of a line and column (from 1), with {@code \n}, {@code \r\n} and {@code \r} as line ends. */
    OptionalInt offset(int line, int column) {
        int at = 0;
        for (int n = 1; n < line; n++) {
            at = lineEnd(at);
            if (at >= text.length()) {
                return OptionalInt.empty();
            }
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        int offset = at + column - 1;
        return offset <= lineEnd(at) ? OptionalInt.of(offset) : OptionalInt.empty();
    }

    /** Offset of the line end at or behind that offset. */
    int lineEnd(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /** The line end the file uses first. */
    String lineBreak() {
        int end = lineEnd(0);
        return text.startsWith("\r\n", end) ? "\r\n" : text.startsWith("\r", end) ? "\r" : "\n";
    }

    /** The file's bytes with other text in one range; all other bytes are the same. */
    byte[] splice(int start, int end, String replacement) {
        int from = skipped + text.substring(0, start).getBytes(charset).length;
        int to = from + text.substring(start, end).getBytes(charset).length;
        byte[] middle = replacement.getBytes(charset);
        byte[] changed = Arrays.copyOf(bytes, from + middle.length + bytes.length - to);
        System.arraycopy(middle, 0, changed, from, middle.length);
        System.arraycopy(bytes, to, changed, from + middle.length, bytes.length - to);
        return changed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextFile file && Arrays.equals(bytes, file.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "TextFile[" + charset + ", " + bytes.length + " bytes]";
    }
}
