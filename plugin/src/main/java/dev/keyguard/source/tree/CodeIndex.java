package dev.keyguard.source.tree;

import dev.keyguard.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the bytes of the code files say without being parsed: which hold a trigger, which mention a word. */
public final class CodeIndex {
    private final List<SourceFile> files;
    private final ByteSearch triggers;
    private final Parallel parallel;

    /** @param files code files in the order of their paths */
    public CodeIndex(List<SourceFile> files, Set<String> triggers, Parallel parallel) {
        this.files = List.copyOf(files);
        this.triggers = new ByteSearch(triggers);
        this.parallel = parallel;
    }

    /** Files that hold a trigger, in the order of their paths. */
    public List<SourceFile> triggered() {
        return search(content -> triggers.anyIn(content, content.length));
    }

    /** Files in which all of these identifiers occur as whole words, in the order of their paths. */
    public List<SourceFile> mentioning(Set<String> identifiers) {
        List<byte[]> words = identifiers.stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
        return search(content -> words.stream().allMatch(word -> mentions(content, word)));
    }

    private List<SourceFile> search(java.util.function.Predicate<byte[]> wanted) {
        Map<String, Boolean> found = new ConcurrentHashMap<>();
        parallel.each(files, file -> {
            try {
                if (wanted.test(FileReading.bytes(file))) {
                    found.put(file.path(), true);
                }
            } catch (IOException | SecurityException e) {
                found.put(file.path(), true); // reading it for its facts will tell the problem
            }
        });
        List<SourceFile> all = new ArrayList<>(files);
        all.removeIf(file -> !found.containsKey(file.path()));
        return all;
    }

    private static boolean mentions(byte[] content, byte[] word) {
        int at = -1;
        while ((at = ByteSearch.indexOf(content, content.length, word, at + 1)) >= 0) {
            int end = at + word.length;
            if ((at == 0 || !inWord(content[at - 1])) && (end == content.length || !inWord(content[end]))) {
                return true;
            }
        }
        return false;
    }

    private static boolean inWord(byte b) {
        return b < 0 || b == '_' || b == '$' || Character.isLetterOrDigit(b);
    }
}
