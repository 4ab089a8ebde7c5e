package dev.keyguard.source.tree;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Looks for any of many texts in bytes. Immutable; safe to share between threads. */
final class ByteSearch {
    private final List<byte[]> patterns;

    ByteSearch(Collection<String> texts) {
        patterns = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .filter(bytes -> bytes.length > 0)
                .toList();
    }

    /** Whether one of the texts occurs in the first {@code length} bytes. */
    boolean anyIn(byte[] content, int length) {
        for (byte[] pattern : patterns) {
            if (indexOf(content, length, pattern, 0) >= 0) {
                return true;
            }
        }
        return false;
    }

    static int indexOf(byte[] content, int length, byte[] pattern, int from) {
        outer:
        for (int i = from; i <= length - pattern.length; i++) {
            for (int j = 0; j < pattern.length; j++) {
                if (content[i + j] != pattern[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }
}
