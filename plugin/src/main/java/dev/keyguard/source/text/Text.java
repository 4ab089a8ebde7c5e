package dev.keyguard.source.text;

import dev.keyguard.source.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file's content as characters, with the way back from an offset to line and column.
 *
 * <p>Line ends are {@code \n}, {@code \r\n} and {@code \r}. A byte order mark is dropped and not counted.
 */
public final class Text {
    private final String path;
    private final String chars;
    private final int[] lineStarts;

    /** A text that is already decoded. */
    public Text(String path, String chars) {
        this.path = path;
        this.chars = chars;
        this.lineStarts = lineStarts(chars);
    }

    /** Decodes by the byte order mark, else as UTF-8, and where the bytes are no UTF-8 as ISO-8859-1. Never fails. */
    public static Text decode(String path, byte[] content) {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return new Text(path, lenient(content, 3, StandardCharsets.UTF_8));
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return new Text(path, lenient(content, 2, StandardCharsets.UTF_16BE));
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return new Text(path, lenient(content, 2, StandardCharsets.UTF_16LE));
        }
        try {
            return new Text(
                    path,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (CharacterCodingException notUtf8) {
            return new Text(path, lenient(content, 0, StandardCharsets.ISO_8859_1));
        }
    }

    /** Path relative to the scanned root. */
    public String path() {
        return path;
    }

    /** The characters. */
    public String chars() {
        return chars;
    }

    /** The place of the character at that offset; offsets outside are moved to the nearest end. */
    public Place place(int offset) {
        int inside = Math.max(0, Math.min(offset, chars.length()));
        int line = lineOf(inside);
        return new Place(path, line, inside - lineStarts[line - 1] + 1);
    }

    /** The line, counted from 1, that the offset lies in. */
    public int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Number of lines; the empty text has one. */
    public int lines() {
        return lineStarts.length;
    }

    /** Offset of the first character of a line, counted from 1; of the line behind the last one, the length. */
    public int startOf(int line) {
        return line > lineStarts.length ? chars.length() : lineStarts[line - 1];
    }

    /** Offset of the line's end, before its line break. */
    public int endOf(int line) {
        int end = startOf(line + 1);
        while (end > startOf(line) && isLineBreak(chars.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static String lenient(byte[] content, int from, Charset charset) {
        return new String(content, from, content.length - from, charset);
    }

    private static boolean startsWith(byte[] content, int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int[] lineStarts(String chars) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            boolean ends = c == '\n' || c == '\r' && (i + 1 == chars.length() || chars.charAt(i + 1) != '\n');
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
