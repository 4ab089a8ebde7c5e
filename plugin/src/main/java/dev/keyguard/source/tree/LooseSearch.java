package dev.keyguard.source.tree;

import dev.keyguard.source.SourceFile;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for words however they are spelt: of a file only ASCII letters and digits count, in lower case, so that {@code
 * open-ai}, {@code OPENAI_} and {@code openAi} are {@code openai}. Finds too much rather than too little. Immutable.
 */
final class LooseSearch {
    /** Stands for what separates names. */
    private static final byte BREAK = ' ';

    private final boolean inNames;
    private final ByteSearch exact;
    private final ByteSearch search;
    /** Numbers of the words of each set. */
    private final int[][] together;

    /**
     * @param texts what is looked for as it is; one is enough
     * @param words sets of words in lower case letters and digits; all words of one of them must be in a file
     */
    LooseSearch(Set<String> texts, List<Set<String>> words) {
        this(texts, words, false);
    }

    /** Looks for one of the words as a name, in which only dots, dashes and underscores are passed over. */
    static LooseSearch ofNames(Collection<String> words) {
        return new LooseSearch(Set.of(), words.stream().map(Set::of).toList(), true);
    }

    private LooseSearch(Set<String> texts, List<Set<String>> words, boolean inNames) {
        this.inNames = inNames;
        exact = new ByteSearch(texts);
        TreeSet<String> all = new TreeSet<>();
        words.forEach(all::addAll);
        search = new ByteSearch(all);
        Map<String, Integer> numbers = new HashMap<>();
        all.forEach(word -> numbers.put(word, numbers.size()));
        together = words.stream()
                .distinct()
                .map(set -> set.stream().mapToInt(numbers::get).toArray())
                .toArray(int[][]::new);
    }

    private boolean in(byte[] folded, int length) {
        BitSet found = new BitSet();
        search.scan(folded, length, (word, position) -> {
            found.set(word);
            return true;
        });
        if (!found.isEmpty()) {
            for (int[] needed : together) {
                if (all(needed, found)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean all(int[] needed, BitSet found) {
        for (int word : needed) {
            if (!found.get(word)) {
                return false;
            }
        }
        return true;
    }

    /** Reads files for a search. For one thread. */
    static final class Reading {
        private final FileBuffer buffer = new FileBuffer();

        /** Whether the file holds one of the sets, or cannot be read. */
        boolean holds(SourceFile file, LooseSearch search) {
            try {
                buffer.read(file);
            } catch (IOException | SecurityException e) {
                return true;
            }
            byte[] content = buffer.content();
            if (search.exact.anyIn(content, buffer.length())) {
                return true;
            }
            int length = 0;
            for (int i = 0; i < buffer.length(); i++) {
                byte b = content[i];
                if (b >= 'a' && b <= 'z' || b >= '0' && b <= '9') {
                    content[length++] = b;
                } else if (b >= 'A' && b <= 'Z') {
                    content[length++] = (byte) (b + 32);
                } else if (search.inNames && b != '.' && b != '-' && b != '_') {
                    content[length++] = BREAK;
                }
            }
            return search.in(content, length);
        }
    }
}
