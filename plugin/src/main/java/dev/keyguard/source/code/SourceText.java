package dev.keyguard.source.code;

import dev.keyguard.source.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of a source file with its line starts. UTF-8 where the bytes are valid UTF-8, else ISO-8859-1, which decodes
 * every file: what is ASCII in it, as identifiers and model ids are, reads the same. A byte order mark is dropped.
 */
public final class SourceText {
    /** Files above this many bytes are not read: nobody writes them by hand, and a parser needs 70 times as much. */
    public static final int MAX_BYTES = 5_000_000;

    private final String path;
    private final String text;
    private int[] lines;

    private SourceText(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /** Decodes a file's bytes. */
    public static SourceText decode(String path, byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(content, StandardCharsets.ISO_8859_1);
        }
        return new SourceText(path, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** Path relative to the scanned root. */
    public String path() {
        return path;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The place of the character at that offset, from 0 to the length of the text. */
    public Place placeAt(int offset) {
        int found = Arrays.binarySearch(lines(), offset);
        int line = found >= 0 ? found : -found - 2;
        return new Place(path, line + 1, offset - lines[line] + 1);
    }

    /** Offset of a line's first character; the text's length for lines behind the end. */
    public int offsetOf(int line) {
        return line > lines().length ? text.length() : lines[line - 1];
    }

    private int[] lines() {
        if (lines == null) {
            int[] starts = new int[Math.max(16, text.length() / 32)];
            int count = 1;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\n' || c == '\r' && !text.startsWith("\n", i + 1)) {
                    starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                    starts[count++] = i + 1;
                }
            }
            lines = Arrays.copyOf(starts, count);
        }
        return lines;
    }
}
