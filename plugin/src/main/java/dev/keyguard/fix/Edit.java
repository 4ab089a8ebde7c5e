package dev.keyguard.fix;

import java.util.Comparator;

/**
 * A change of a file's text.
 *
 * @param file    path relative to the scanned root
 * @param start   offset of its first character, in UTF-16 units, without a byte order mark
 * @param end     offset behind its last character
 * @param oldText what must stand there
 * @param newText what will
 */
public record Edit(String file, int start, int end, String oldText, String newText) implements Comparable<Edit> {
    private static final Comparator<Edit> ORDER = Comparator.comparing(Edit::file)
            .thenComparingInt(Edit::start)
            .thenComparingInt(Edit::end)
            .thenComparing(Edit::newText);

    boolean overlaps(Edit other) {
        return file.equals(other.file) && start < other.end && other.start < end;
    }

    @Override
    public int compareTo(Edit other) {
        return ORDER.compare(this, other);
    }
}
