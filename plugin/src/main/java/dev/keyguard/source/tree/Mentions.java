package dev.keyguard.source.tree;

import dev.keyguard.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which files mention a word. The first question reads every file once and keeps a few hundred bytes of each; after that
 * a question reads only files that most likely mention the word, to make sure. Answers are kept.
 */
final class Mentions {
    private final List<SourceFile> files;
    private final FactsMemory memory;
    private final Parallel parallel;
    private final Map<String, BitSet> answers = new HashMap<>();
    private long[][] words;

    /** @param files in the order of their paths */
    Mentions(List<SourceFile> files, FactsMemory memory, Parallel parallel) {
        this.files = files;
        this.memory = memory;
        this.parallel = parallel;
    }

    /** Files that hold all of these words; all files if there are none. A file that cannot be read holds none. */
    synchronized List<SourceFile> of(Set<String> wanted) {
        announce(wanted);
        BitSet all = new BitSet();
        all.set(0, files.size());
        wanted.forEach(word -> all.and(answers.get(word)));
        return all.stream().mapToObj(files::get).toList();
    }

    /** Finds the answers for many words in one pass. */
    synchronized void announce(Collection<String> wanted) {
        Set<String> open = new TreeSet<>(wanted);
        open.removeAll(answers.keySet());
        if (open.isEmpty()) {
            return;
        }
        look();
        Map<String, BitSet> found = new ConcurrentHashMap<>();
        open.forEach(word -> found.put(word, new BitSet()));
        List<Integer> likely = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            long[] known = words[i];
            if (known != null && open.stream().anyMatch(word -> likely(known, word))) {
                likely.add(i);
            }
        }
        ByteSearch search = new ByteSearch(open);
        List<String> numbered = open.stream().filter(word -> !word.isEmpty()).toList();
        parallel.each(
                likely,
                FileBuffer::new,
                (buffer, i) -> check(i, buffer, search).stream().forEach(pattern -> {
                    BitSet of = found.get(numbered.get(pattern));
                    synchronized (of) {
                        of.set(i);
                    }
                }));
        answers.putAll(found);
    }

    private static boolean likely(long[] known, String word) {
        return !Words.isWord(word) || Words.mayHold(known, List.of(word));
    }

    private BitSet check(int file, FileBuffer buffer, ByteSearch search) {
        BitSet patterns = new BitSet();
        try {
            buffer.read(files.get(file));
        } catch (IOException | SecurityException e) {
            return patterns;
        }
        byte[] content = buffer.content();
        int length = buffer.length();
        search.scan(content, length, (pattern, start) -> {
            int end = start + search.length(pattern);
            if ((start == 0 || !Words.inWord(content[start - 1])) && (end == length || !Words.inWord(content[end]))) {
                patterns.set(pattern);
            }
            return true;
        });
        return patterns;
    }

    private void look() {
        if (words != null) {
            return;
        }
        long[][] known = new long[files.size()][];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < known.length; i++) {
            known[i] = memory.words(files.get(i)).orElse(null);
            if (known[i] == null) {
                open.add(i);
            }
        }
        parallel.each(open, Looker::new, (looker, i) -> known[i] = looker.look(files.get(i)));
        words = known;
    }

    /** What a thread needs to look at files. */
    private final class Looker {
        private final FileBuffer buffer = new FileBuffer();
        private final Words filter = new Words();

        long[] look(SourceFile file) {
            try {
                buffer.read(file);
            } catch (IOException | SecurityException e) {
                return null;
            }
            long[] seen = filter.of(buffer.content(), buffer.length());
            memory.remember(file, seen);
            return seen;
        }
    }
}
