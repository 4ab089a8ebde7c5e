package dev.keyguard.source.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The identifiers of a file in a few hundred bytes: a Bloom filter that never denies a word that is there and wrongly
 * affirms about one in a hundred.
 */
final class Words {
    private static final int BITS_EACH = 10;
    private static final int PROBES = 5;
    private static final long NOTHING = 0;
    private static final int USUAL = 1 << 12;

    /** Hashes of the file's distinct words, an open table used again for the next file. For one thread. */
    private long[] distinct = new long[USUAL];

    /** The filter of a content. */
    long[] of(byte[] content, int length) {
        if (distinct.length > USUAL) {
            distinct = new long[USUAL]; // one huge file must not make every later one dear
        } else {
            Arrays.fill(distinct, NOTHING);
        }
        int count = 0;
        int at = 0;
        while (at < length) {
            if (!inWord(content[at])) {
                at++;
                continue;
            }
            long hash = 0;
            while (at < length && inWord(content[at])) {
                hash = hash * 31 + content[at++];
            }
            if (add(mixed(hash))) {
                count++;
                if (count * 2 > distinct.length) {
                    grow();
                }
            }
        }
        return filter(count);
    }

    /** What {@link #mayHold} asks for. */
    static long hashOf(String word) {
        long hash = 0;
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            hash = hash * 31 + b;
        }
        return mixed(hash);
    }

    /** Whether the word with that hash may be in a file with that filter. */
    static boolean mayHold(long[] filter, long hash) {
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(filter, hash, probe);
            if ((filter[bit >>> 6] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a byte can be part of an identifier; all of a non-ASCII letter can. */
    static boolean inWord(byte b) {
        return b < 0 || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == '$';
    }

    /** Whether the text is one identifier as far as this class can tell. */
    static boolean isWord(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (!inWord(b)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private long[] filter(int count) {
        long[] filter = new long[Math.max(1, (count * BITS_EACH + 63) / 64)];
        for (long hash : distinct) {
            if (hash != NOTHING) {
                for (int probe = 0; probe < PROBES; probe++) {
                    int bit = bit(filter, hash, probe);
                    filter[bit >>> 6] |= 1L << bit;
                }
            }
        }
        return filter;
    }

    private static int bit(long[] filter, long hash, int probe) {
        int mixed = (int) hash + probe * (int) (hash >>> 32);
        return (int) ((mixed & 0xFFFFFFFFL) * (filter.length * 64L) >>> 32);
    }

    private boolean add(long hash) {
        int mask = distinct.length - 1;
        for (int i = (int) (hash >>> 20) & mask; ; i = i + 1 & mask) {
            if (distinct[i] == hash) {
                return false;
            }
            if (distinct[i] == NOTHING) {
                distinct[i] = hash;
                return true;
            }
        }
    }

    private void grow() {
        long[] old = distinct;
        distinct = new long[old.length * 2];
        for (long hash : old) {
            if (hash != NOTHING) {
                add(hash);
            }
        }
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 31) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 29;
        mixed *= 0xBF58476D1CE4E5B9L;
        mixed ^= mixed >>> 32;
        return mixed == NOTHING ? 1 : mixed;
    }
}
