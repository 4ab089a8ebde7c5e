package dev.keyguard.source.tree;

import java.util.Arrays;
import java.util.BitSet;

/** Numbers of the files in which a word stands, for each way it can stand. Safe to share between threads. */
final class WordFiles {
    private final BitSet[] files = new BitSet[Standing.values().length];

    WordFiles() {
        Arrays.setAll(files, i -> new BitSet());
    }

    /** Adds a file. */
    synchronized void add(int file, int standings) {
        for (int i = 0; i < files.length; i++) {
            if ((standings & 1 << i) != 0) {
                files[i].set(file);
            }
        }
    }

    /** The files in which it stands in that way; not to be changed. */
    synchronized BitSet of(Standing standing) {
        return files[standing.ordinal()];
    }
}
