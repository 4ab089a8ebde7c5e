package dev.keyguard.source.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link BinaryOutput} wrote. */
final class BinaryInput {
    private final byte[] content;
    private final int end;
    private int at;
    private final List<String> texts = new ArrayList<>();

    BinaryInput(byte[] content, int from, int length) {
        this.content = content;
        this.at = from;
        this.end = from + length;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = raw();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new Broken();
    }

    /** A number that counts things of at least one byte each still to come. */
    int count() {
        long count = number();
        if (count < 0 || count > end - at) {
            throw new Broken();
        }
        return (int) count;
    }

    /** Likewise, or -1 where there is nothing to count. */
    int countOrNone() {
        int start = at;
        if (number() == -1) {
            return -1;
        }
        at = start;
        return count();
    }

    String text() {
        long number = number();
        if (number >= 0) {
            if (number >= texts.size()) {
                throw new Broken();
            }
            return texts.get((int) number);
        }
        int size = count();
        String text = new String(content, at, size, StandardCharsets.UTF_8);
        at += size;
        texts.add(text);
        return text;
    }

    byte[] bytes() {
        int size = count();
        byte[] bytes = java.util.Arrays.copyOfRange(content, at, at + size);
        at += size;
        return bytes;
    }

    /** Passes over bytes with their number before them; where they begin is {@link #position} less the result. */
    int skip() {
        int size = count();
        at += size;
        return size;
    }

    long word() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | raw();
        }
        return value;
    }

    int position() {
        return at;
    }

    boolean atEnd() {
        return at == end;
    }

    private int raw() {
        if (at >= end) {
            throw new Broken();
        }
        return content[at++] & 0xFF;
    }

    /** The bytes are not what was written. */
    static final class Broken extends RuntimeException {
        Broken() {
            super("not what was written", null, false, false);
        }

        Broken(Throwable cause) {
            super("not what was written", cause, false, false);
        }
    }
}
