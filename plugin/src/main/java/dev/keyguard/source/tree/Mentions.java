package dev.keyguard.source.tree;

import dev.keyguard.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
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

    /** Files that are searched sooner than threads are started. */
    private static final int FEW = 20;

    private final List<SourceFile> files;
    private final FactsMemory memory;
    private final Parallel parallel;
    private final Map<String, WordFiles> answers = new HashMap<>();
    private Map<String, WordFiles> remembered;
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

    /** Files in which all of these words stand in those ways; all files if there are none. A file that cannot be read holds none. */
    synchronized List<SourceFile> of(Map<String, Standing> wanted) {
        announce(wanted.keySet());
        BitSet all = new BitSet();
        all.set(0, files.size());
        wanted.forEach((word, standing) -> all.and(answers.get(word).of(standing)));
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
        open.forEach(word -> answers.put(word, new WordFiles()));
        search(open, IntStream.range(0, files.size()).toArray());
    }

    /** Hands every answer to the memory. */
    synchronized void save() {
        if (!searched) {
            return; // the memory knows it all
        }
        Map<String, List<String>> mentions = new HashMap<>();
        files.forEach(file -> mentions.put(file.path(), new ArrayList<>()));
        Set<String> asked = new TreeSet<>(answers.keySet());
        new TreeMap<>(answers).forEach((word, of) -> {
            for (Standing standing : Standing.values()) {
                String key = new WordMark(word, standing).text();
                of.of(standing).stream().forEach(file -> {
                    asked.add(key);
                    mentions.get(files.get(file).path()).add(key);
                });
            }
        });
        memory.remember(asked, mentions);
    }

    private void recall() {
        if (remembered != null) {
            return;
        }
        remembered = new HashMap<>();
        Map<String, WordMark> marks = new HashMap<>();
        memory.asked().forEach(text -> {
            marks.put(text, WordMark.of(text));
            remembered.computeIfAbsent(marks.get(text).word(), word -> new WordFiles());
        });
        changed = IntStream.range(0, files.size())
                .filter(file -> {
                    var mentioned = memory.mentions(files.get(file));
                    mentioned.ifPresent(of -> of.forEach(text -> {
                        WordMark mark = marks.get(text);
                        remembered.get(mark.word()).add(file, mark.standing().bit());
                    }));
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
        Parallel few = likely.size() < FEW ? Parallel.inline() : parallel;
        few.each(likely, FileBuffer::new, (buffer, i) -> {
            int[] standings = check(i, buffer, search);
            for (int pattern = 0; pattern < standings.length; pattern++) {
                if (standings[pattern] != 0) {
                    answers.get(numbered.get(pattern)).add(i, standings[pattern]);
                }
            }
        });
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

    /** For each pattern the ways in which it stands in the file. */
    private int[] check(int file, FileBuffer buffer, ByteSearch search) {
        int[] standings = new int[search.size()];
        try {
            buffer.read(files.get(file));
        } catch (IOException | SecurityException e) {
            return standings;
        }
        byte[] content = buffer.content();
        int length = buffer.length();
        boolean java = files.get(file).extension().equals("java");
        Surroundings around = new Surroundings(content, length);
        search.scan(content, length, (pattern, start) -> {
            int end = start + search.length(pattern);
            if (standings[pattern] != Standing.ALL
                    && (start == 0 || !Words.inWord(content[start - 1]))
                    && (end == length || !Words.inWord(content[end]))) {
                standings[pattern] |= java ? around.standings(start, end) : Standing.ALL;
            }
            return true;
        });
        return standings;
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
