package dev.keyguard.fix;

import dev.keyguard.source.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Carries a plan out: each file is written as a whole or not at all. */
public final class FixApplier {
    private final Path root;

    /** @param root the scanned root */
    public FixApplier(Path root) {
        this.root = root;
    }

    /**
     * Writes the edited files.
     *
     * @return the paths of the files written, sorted
     * @throws IOException if a file changed since the plan was made or cannot be written; those before it are written
     */
    public List<String> apply(FixPlan plan) throws IOException {
        Map<String, byte[]> changed = changed(plan);
        for (Map.Entry<String, byte[]> file : changed.entrySet()) {
            // behind a link the file itself is replaced, not the link
            new WholeFile(root.resolve(file.getKey()).toRealPath()).write(file.getValue());
        }
        return List.copyOf(changed.keySet());
    }

    /** The new content of each edited file. */
    Map<String, byte[]> changed(FixPlan plan) throws IOException {
        Map<String, List<Edit>> files =
                plan.edits().stream().collect(Collectors.groupingBy(Edit::file, TreeMap::new, Collectors.toList()));
        Map<String, byte[]> changed = new TreeMap<>();
        for (Map.Entry<String, List<Edit>> file : files.entrySet()) {
            byte[] bytes = Files.readAllBytes(root.resolve(file.getKey()));
            // from the end, so that offsets hold
            List<Edit> backwards = file.getValue().stream()
                    .sorted(Comparator.<Edit>naturalOrder().reversed())
                    .toList();
            for (Edit edit : backwards) {
                TextFile text = TextFile.of(bytes);
                if (!text.text().startsWith(edit.oldText(), edit.start())) {
                    throw new IOException(file.getKey() + " has changed since it was read; run keyguard:fix again");
                }
                bytes = text.splice(edit.start(), edit.end(), edit.newText());
            }
            changed.put(file.getKey(), bytes);
        }
        return changed;
    }
}
