package dev.keyguard.fix;

import java.util.List;
import java.util.Optional;

/** What writing the new id takes: the edits, or why nobody but a person can do it. */
sealed interface Spelling {
    /** These edits, and then what they mean for an import. */
    record Edits(List<Edit> edits, Optional<ImportChange> imports) implements Spelling {
        static Edits of(Edit edit) {
            return new Edits(List.of(edit), Optional.empty());
        }
    }

    /**
     * A name that is written less often now.
     *
     * @param owner qualified name of what holds the name: a class for a constant, a package for a class
     * @param name  the name that was written
     * @param other the one that is written instead, from the same owner
     */
    record ImportChange(String owner, String name, Optional<String> other) {}

    /** Not by a machine. */
    record ByHand(String why) implements Spelling {}
}
