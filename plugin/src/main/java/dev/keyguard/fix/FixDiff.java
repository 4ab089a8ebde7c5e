package dev.keyguard.fix;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A plan as a unified diff, as {@code git apply} takes it. */
public final class FixDiff {
    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\n\\ No newline at end of file";

    private final Path root;

    /** @param root the scanned root */
    public FixDiff(Path root) {
        this.root = root;
    }

    /** The diff of all files, in the order of their paths; empty if nothing changes. */
    public String of(FixPlan plan) throws IOException {
        StringBuilder diff = new StringBuilder();
        for (Map.Entry<String, byte[]> file : new FixApplier(root).changed(plan).entrySet()) {
            String path = file.getKey();
            List<String> before = lines(TextFile.of(Files.readAllBytes(root.resolve(path))));
            List<String> after = lines(TextFile.of(file.getValue()));
            UnifiedDiffUtils.generateUnifiedDiff(
                            "a/" + path, "b/" + path, before, DiffUtils.diff(before, after), CONTEXT)
                    .forEach(line -> diff.append(line).append('\n'));
        }
        return diff.toString();
    }

    /** Lines without {@code \n}; a carriage return stays, and a last line without an end says so. */
    private static List<String> lines(TextFile file) {
        String mark = file.skipped() > 0 ? "\ufeff" : "";
        List<String> lines = new ArrayList<>(List.of((mark + file.text()).split("\n", -1)));
        int last = lines.size() - 1;
        if (lines.get(last).isEmpty()) {
            lines.remove(last);
        } else {
            lines.set(last, lines.get(last) + NO_NEWLINE);
        }
        return lines;
    }
}
