package dev.keyguard.fix;

import java.util.List;

/** What writing the new id takes: the edits, or why nobody but a person can do it. */
sealed interface Spelling {
    /** These edits. */
    record Edits(List<Edit> edits) implements Spelling {}

    /** Not by a machine. */
    record ByHand(String why) implements Spelling {}
}
