package dev.keyguard.maven;

import dev.keyguard.access.Access;
import dev.keyguard.access.AccessAnswer;
import dev.keyguard.access.AccessBook;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.Reference;
import java.util.List;
import java.util.Optional;

/** What the keys of an inventory may use. */
final class Asking {
    private final Job job;
    private final AccessOptions options;

    Asking(Job job, AccessOptions options) {
        this.job = job;
        this.options = options;
        options.trust().warnings().forEach(job.context().log()::warn);
    }

    AccessOptions options() {
        return options;
    }

    /** The answers for that inventory. */
    AccessBook book(Inventory inventory) {
        return new AccessBook() {
            @Override
            public List<AccessAnswer> answers() {
                return List.of();
            }

            @Override
            public Optional<AccessAnswer> answerFor(Reference reference) {
                return Optional.empty();
            }

            @Override
            public Access accessOf(Reference reference) {
                return new Access.Unknown("nobody was asked");
            }

            @Override
            public Optional<List<String>> usable(Reference reference) {
                return Optional.empty();
            }
        };
    }

    /** The goal {@code models}, as lines for people. */
    List<String> models() {
        return List.of();
    }

    /** The goal {@code lock}, as lines for people. */
    List<String> lock() {
        return List.of();
    }
}
