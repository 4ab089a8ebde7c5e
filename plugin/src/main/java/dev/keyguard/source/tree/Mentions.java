package dev.keyguard.source.tree;

import dev.keyguard.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Which files mention a word. What an earlier run found is taken from the memory for files that did not change; for the
 * rest the first few questions search the files' bytes, and when more follow, every file is read once more and a few
 * hundred bytes of each are kept, so that further questions read only files that most likely mention the word. Answers
 * are kept.
 */
final class Mentions {
    /** Searches of everything before reading it all for {@link Words} pays: that costs about as much as so many. */
    private static final int PLAIN_SEARCHES = 4;

    private final List<SourceFile> files;
    private final FactsMemory memory;
    private final Parallel parallel;
    private final Map<String, BitSet> answers = new HashMap<>();
    private Map<String, BitSet> remembered;
    /** Numbers of the files of which the memory knows nothing. */
    private int[] changed;

    private boolean searched;
    private int searches;
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
        recall();
        Set<String> known = new TreeSet<>(open);
        known.retainAll(remembered.keySet());
        known.forEach(word -> answers.put(word, remembered.get(word)));
        search(known, changed);
        open.removeAll(known);
        open.forEach(word -> answers.put(word, new BitSet()));
        search(open, IntStream.range(0, files.size()).toArray());
    }

    /** Hands every answer to the memory. */
    synchronized void save() {
        if (!searched) {
            return; // the memory knows it all
        }
        Map<String, List<String>> mentions = new HashMap<>();
        files.forEach(file -> mentions.put(file.path(), new ArrayList<>()));
        new TreeMap<>(answers)
                .forEach((word, of) -> of.stream()
                        .forEach(file -> mentions.get(files.get(file).path()).add(word)));
        memory.remember(answers.keySet(), mentions);
    }

    private void recall() {
        if (remembered != null) {
            return;
        }
        Set<String> asked = new HashSet<>(memory.asked());
        remembered = new HashMap<>();
        asked.forEach(word -> remembered.put(word, new BitSet()));
        changed = IntStream.range(0, files.size())
                .filter(file -> {
                    var mentioned = memory.mentions(files.get(file));
                    mentioned.ifPresent(
                            of -> of.forEach(word -> remembered.get(word).set(file)));
                    return mentioned.isEmpty();
                })
                .toArray();
    }

    /** Adds the files among the candidates to the answers for the words. */
    private void search(Set<String> wanted, int[] candidates) {
        if (wanted.isEmpty() || candidates.length == 0) {
            return;
        }
        searched = true;
        List<Integer> likely = likely(wanted, candidates);
        ByteSearch search = new ByteSearch(wanted);
        List<String> numbered = wanted.stream().filter(word -> !word.isEmpty()).toList();
        parallel.each(
                likely,
                FileBuffer::new,
                (buffer, i) -> check(i, buffer, search).stream().forEach(pattern -> {
                    BitSet of = answers.get(numbered.get(pattern));
                    synchronized (of) {
                        of.set(i);
                    }
                }));
    }

    private List<Integer> likely(Set<String> wanted, int[] candidates) {
        boolean all = !wanted.stream().allMatch(Words::isWord);
        if (words == null && (candidates.length < files.size() || ++searches <= PLAIN_SEARCHES)) {
            all = true;
        }
        if (all) {
            return Arrays.stream(candidates).boxed().toList();
        }
        look();
        long[] hashes = wanted.stream().mapToLong(Words::hashOf).toArray();
        return Arrays.stream(candidates)
                .filter(file -> words[file] != null && mayHoldOne(words[file], hashes))
                .boxed()
                .toList();
    }

    private static boolean mayHoldOne(long[] known, long[] hashes) {
        for (long hash : hashes) {
            if (Words.mayHold(known, hash)) {
                return true;
            }
        }
        return false;
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
        if (words == null) {
            Map<Integer, long[]> seen = new ConcurrentHashMap<>();
            List<Integer> all = IntStream.range(0, files.size()).boxed().toList();
            parallel.each(all, Looker::new, (looker, i) -> looker.look(files.get(i), i, seen));
            words = new long[files.size()][];
            seen.forEach((file, filter) -> words[file] = filter);
        }
    }

    /** What a thread needs to look at files. */
    private static final class Looker {
        private final FileBuffer buffer = new FileBuffer();
        private final Words filter = new Words();

        void look(SourceFile file, int number, Map<Integer, long[]> seen) {
            try {
                buffer.read(file);
                seen.put(number, filter.of(buffer.content(), buffer.length()));
            } catch (IOException | SecurityException e) {
                // holds no word
            }
        }
    }
}
