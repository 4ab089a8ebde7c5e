package dev.keyguard.access;

import dev.keyguard.usage.Reference;
import java.util.List;
import java.util.Optional;

/** The book of a project that uses no model: nobody is asked, so nothing is loaded that asks. */
final class NoAnswers implements AccessBook {
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
}
