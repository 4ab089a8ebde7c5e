package dev.keyguard.source.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Looks for many texts at once in bytes. Of texts of at least {@value #LONG} bytes only every few positions are looked at
 * (four bytes hashed into a table; whatever the alignment, one of them lies inside the text); shorter ones are looked
 * for at every position. Immutable; safe to share between threads.
 */
final class ByteSearch {
    /** From this length on the search strides. */
    private static final int LONG = 7;
    /** A longer stride meets too many patterns by chance and saves little. */
    private static final int MAX_STRIDE = 8;

    private static final int TABLE_BITS = 16;
    /** Bits of the table of a search for few texts, which is made often. */
    private static final int SMALL_TABLE_BITS = 12;

    private static final int FEW = 8;

    private final byte[][] patterns;
    private final List<Strided> passes;

    /** @param texts empty ones are ignored; they get numbers in their natural order */
    ByteSearch(Collection<String> texts) {
        List<byte[]> all = new ArrayList<>();
        for (String text : new TreeSet<>(texts)) {
            if (!text.isEmpty()) {
                all.add(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        patterns = all.toArray(byte[][]::new);
        passes = new ArrayList<>();
        addPass(LONG, Integer.MAX_VALUE, 4);
        addPass(4, LONG - 1, 4);
        addPass(2, 3, 2);
        addPass(1, 1, 1);
    }

    /** Told of each occurrence; false ends the search. */
    interface Hits {
        boolean at(int pattern, int position);
    }

    /** Whether one of the texts occurs in the first {@code length} bytes. */
    boolean anyIn(byte[] content, int length) {
        return !scan(content, length, (pattern, position) -> false);
    }

    /**
     * Reports every occurrence, overlapping ones too, in no particular order.
     *
     * @return false if {@code hits} ended the search
     */
    boolean scan(byte[] content, int length, Hits hits) {
        for (Strided pass : passes) {
            if (!pass.scan(content, length, hits)) {
                return false;
            }
        }
        return true;
    }

    /** Number of texts. */
    int size() {
        return patterns.length;
    }

    /** Length in bytes of a text. */
    int length(int pattern) {
        return patterns[pattern].length;
    }

    private void addPass(int shortest, int longest, int block) {
        List<Integer> members = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (int p = 0; p < patterns.length; p++) {
            if (patterns[p].length >= shortest && patterns[p].length <= longest) {
                members.add(p);
                least = Math.min(least, patterns[p].length);
            }
        }
        if (!members.isEmpty()) {
            passes.add(new Strided(members, block, Math.min(MAX_STRIDE, least - block + 1)));
        }
    }

    /** One pass: blocks of {@code block} bytes at every {@code stride}-th position. */
    private final class Strided {
        private final int block;
        private final int stride;
        private final int shift;
        private final boolean[] filter;
        /** For a block's hash the (pattern, offset) pairs it can belong to. */
        private final int[][] candidates;

        Strided(List<Integer> members, int block, int stride) {
            this.block = block;
            this.stride = stride;
            int bits = block == 4 && members.size() <= FEW ? SMALL_TABLE_BITS : TABLE_BITS;
            this.shift = Integer.SIZE - bits;
            this.filter = new boolean[1 << bits];
            this.candidates = new int[1 << bits][];
            for (int member : members) {
                for (int offset = 0; offset < stride; offset++) {
                    int hash = hash(patterns[member], offset);
                    int[] old = filter[hash] ? candidates[hash] : new int[0];
                    int[] longer = Arrays.copyOf(old, old.length + 2);
                    longer[old.length] = member;
                    longer[old.length + 1] = offset;
                    candidates[hash] = longer;
                    filter[hash] = true;
                }
            }
        }

        boolean scan(byte[] content, int length, Hits hits) {
            int last = length - block;
            int step = stride;
            boolean[] table = filter;
            int by = shift;
            if (block == 4) {
                for (int i = 0; i <= last; i += step) {
                    if (table[hash4(content, i, by)] && !verify(content, length, i, hash4(content, i, by), hits)) {
                        return false;
                    }
                }
                return true;
            }
            for (int i = 0; i <= last; i += step) {
                int hash = hash(content, i);
                if (table[hash] && !verify(content, length, i, hash, hits)) {
                    return false;
                }
            }
            return true;
        }

        private boolean verify(byte[] content, int length, int at, int hash, Hits hits) {
            int[] pairs = candidates[hash];
            for (int c = 0; c < pairs.length; c += 2) {
                byte[] pattern = patterns[pairs[c]];
                int start = at - pairs[c + 1];
                if (start >= 0
                        && start + pattern.length <= length
                        && Arrays.equals(content, start, start + pattern.length, pattern, 0, pattern.length)
                        && !hits.at(pairs[c], start)) {
                    return false;
                }
            }
            return true;
        }

        private int hash(byte[] content, int at) {
            return switch (block) {
                case 4 -> hash4(content, at, shift);
                case 2 -> (content[at] & 255) << 8 | content[at + 1] & 255;
                default -> content[at] & 255;
            };
        }

        private static int hash4(byte[] content, int at, int shift) {
            int four = content[at] & 255
                    | (content[at + 1] & 255) << 8
                    | (content[at + 2] & 255) << 16
                    | content[at + 3] << 24;
            return four * 0x9E3779B1 >>> shift;
        }
    }
}
