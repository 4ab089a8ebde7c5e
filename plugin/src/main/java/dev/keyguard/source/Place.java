package dev.keyguard.source;

import java.util.Comparator;
import java.util.Objects;

/**
 * A point in a file of the scanned tree.
 *
 * @param file   path relative to the scanned root, with {@code /}
 * @param line   counted from 1
 * @param column counted from 1, in UTF-16 units
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    public Place {
        Objects.requireNonNull(file, "file");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns count from 1: " + line + ":" + column);
        }
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
