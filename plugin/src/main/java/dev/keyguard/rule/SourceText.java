package dev.keyguard.rule;

import java.nio.file.Path;
import java.util.List;

/** The text of the scanned files, for line context and excerpts. Safe to share between threads. */
@FunctionalInterface
public interface SourceText {
    /** No text is at hand. */
    SourceText NONE = file -> List.of();

    /** Lines of a file without their endings; empty if it cannot be read. */
    List<String> lines(String file);

    /** The line counted from 1, or the empty string. */
    default String line(String file, int line) {
        List<String> lines = lines(file);
        return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
    }

    /** The files below that folder; each is read once. */
    static SourceText below(Path root) {
        return new FileText(root);
    }
}
