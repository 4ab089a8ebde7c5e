package dev.keyguard.source;

import java.util.List;

/**
 * What one file says, and nothing that depends on another file. Immutable and serialisable: records of records, lists,
 * strings and numbers. One kind for each sort of file: {@code CodeFacts}, {@code ConfigFacts}, {@code BuildFacts}.
 */
public interface FileFacts {
    /** Path relative to the scanned root, with {@code /}. */
    String path();

    /** What could not be read; the rest of the facts still holds. */
    List<Problem> problems();
}
