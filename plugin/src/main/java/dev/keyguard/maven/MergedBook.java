package dev.keyguard.maven;

import dev.keyguard.access.Access;
import dev.keyguard.access.AccessAnswer;
import dev.keyguard.access.AccessBook;
import dev.keyguard.usage.Reference;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The answers of several modules' runs. The first that knows a reference's key speaks. */
record MergedBook(List<AccessBook> books) implements AccessBook {
    @Override
    public List<AccessAnswer> answers() {
        return books.stream()
                .flatMap(book -> book.answers().stream())
                .distinct()
                .sorted(Comparator.comparing(AccessAnswer::key)
                        .thenComparing(AccessAnswer::service)
                        .thenComparing(AccessAnswer::baseUrl))
                .toList();
    }

    @Override
    public Optional<AccessAnswer> answerFor(Reference reference) {
        return books.stream()
                .flatMap(book -> book.answerFor(reference).stream())
                .findFirst();
    }

    @Override
    public Access accessOf(Reference reference) {
        return books.stream()
                .filter(book -> book.answerFor(reference).isPresent())
                .findFirst()
                .or(() -> books.stream().findFirst())
                .map(book -> book.accessOf(reference))
                .orElseGet(() -> new Access.Unknown("nobody was asked"));
    }

    @Override
    public Optional<List<String>> usable(Reference reference) {
        return books.stream().flatMap(book -> book.usable(reference).stream()).findFirst();
    }
}
