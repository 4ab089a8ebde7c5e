package dev.keyguard.access;

import dev.keyguard.usage.Reference;
import java.util.List;
import java.util.Optional;

/** All answers of a run, and what they mean for each reference. */
public interface AccessBook {
    /** One for each key and endpoint, sorted by key, service and base URL. */
    List<AccessAnswer> answers();

    /** The answer that holds for that reference's key and endpoint. */
    Optional<AccessAnswer> answerFor(Reference reference);

    /** What the key may do with the reference's model. */
    Access accessOf(Reference reference);

    /** Ids the reference's key may use, if that is known. */
    Optional<List<String>> usable(Reference reference);

    /** No answer to anything. */
    static AccessBook empty() {
        return new NoAnswers();
    }
}
