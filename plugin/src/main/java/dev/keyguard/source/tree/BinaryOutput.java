package dev.keyguard.source.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Writes numbers in as few bytes as they need and each text once. */
final class BinaryOutput {
    private byte[] content = new byte[1 << 10];
    private int length;
    private final Map<String, Integer> texts = new HashMap<>();

    void number(long value) {
        long rest = value << 1 ^ value >> 63; // small negative numbers stay small
        while ((rest & ~0x7FL) != 0) {
            raw((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        raw((int) rest);
    }

    /** A text; one that was written before costs only its number. */
    void text(String text) {
        Integer known = texts.putIfAbsent(text, texts.size());
        if (known != null) {
            number(known);
        } else {
            number(-1);
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Bytes with their number before them. */
    void bytes(byte[] bytes) {
        bytes(bytes, 0, bytes.length);
    }

    /** A part of bytes with its number before it. */
    void bytes(byte[] bytes, int from, int count) {
        number(count);
        room(count);
        System.arraycopy(bytes, from, content, length, count);
        length += count;
    }

    /** Eight bytes, whatever the value. */
    void word(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            raw((int) (value >>> shift));
        }
    }

    byte[] done() {
        return Arrays.copyOf(content, length);
    }

    private void raw(int value) {
        room(1);
        content[length++] = (byte) value;
    }

    private void room(int more) {
        if (length + more > content.length) {
            content = Arrays.copyOf(content, Math.max(content.length * 2, length + more));
        }
    }
}
