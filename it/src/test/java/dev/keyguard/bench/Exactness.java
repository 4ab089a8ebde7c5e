package dev.keyguard.bench;

import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.usage.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the inventory of a tree from parsing every file with those that the byte search and the cache give.
 *
 * <p>As a program: {@code Exactness FOLDER …}; prints one line for each folder and every difference, and ends with 1 if
 * there is one.
 */
public final class Exactness {
    private final Path root;
    private final Path caches;

    Exactness(Path root, Path caches) {
        this.root = root;
        this.caches = caches;
    }

    public static void main(String[] folders) throws IOException {
        int different = 0;
        for (String folder : folders) {
            List<String> differences =
                    new Exactness(Path.of(folder), Files.createTempDirectory("keyguard-exact")).differences();
            System.out.println(
                    folder + ": " + (differences.isEmpty() ? "the same" : differences.size() + " differences"));
            differences.forEach(System.out::println);
            different += differences.size();
        }
        System.exit(different == 0 ? 0 : 1);
    }

    /** What one inventory has and another lacks, one a line; empty if all agree. */
    List<String> differences() {
        Scan scan = new Scan(root);
        List<String> full = lines(scan.everything());
        List<String> differences = new ArrayList<>();
        compare("without a cache", full, lines(scan.with(FactsCache.none())), differences);
        compare("filling a cache", full, lines(scan.with(FactsCache.open(caches, "1"))), differences);
        compare("from a cache", full, lines(scan.with(FactsCache.open(caches, "1"))), differences);
        return differences;
    }

    /** Everything an inventory says of the code; which files were parsed is the one thing that may differ. */
    static List<String> lines(Inventory inventory) {
        List<String> lines = new ArrayList<>();
        inventory.references().forEach(reference -> lines.add(reference.toString()));
        inventory.keys().forEach(key -> lines.add(key.toString()));
        inventory.notes().forEach(note -> lines.add(note.toString()));
        lines.add(inventory.filesSeen() + " files seen");
        return lines;
    }

    private static void compare(String how, List<String> full, List<String> other, List<String> differences) {
        List<String> lost = new ArrayList<>(full);
        other.forEach(lost::remove);
        lost.forEach(line -> differences.add("lost " + how + ": " + line));
        List<String> gained = new ArrayList<>(other);
        full.forEach(gained::remove);
        gained.forEach(line -> differences.add("gained " + how + ": " + line));
    }
}
