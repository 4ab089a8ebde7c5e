package dev.keyguard.access;

import dev.keyguard.usage.Reference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of a run. Immutable. */
final class AnsweredBook implements AccessBook {
    private final Map<Subject.Identity, Answered> answers;
    private final Map<String, Subject.Identity> ofReference;
    private final Verdicts verdicts;

    AnsweredBook(
            Map<Subject.Identity, Answered> answers, Map<String, Subject.Identity> ofReference, Verdicts verdicts) {
        this.answers = Map.copyOf(answers);
        this.ofReference = Map.copyOf(ofReference);
        this.verdicts = verdicts;
    }

    @Override
    public List<AccessAnswer> answers() {
        return answers.values().stream()
                .map(Answered::answer)
                .sorted(Comparator.comparing(AccessAnswer::key)
                        .thenComparing(AccessAnswer::service)
                        .thenComparing(AccessAnswer::baseUrl)
                        .thenComparing(AccessAnswer::detail))
                .toList();
    }

    @Override
    public Optional<AccessAnswer> answerFor(Reference reference) {
        return answered(reference).map(Answered::answer);
    }

    @Override
    public Access accessOf(Reference reference) {
        return verdicts.of(reference, answered(reference));
    }

    @Override
    public Optional<List<String>> usable(Reference reference) {
        return answered(reference)
                .filter(answered -> answered.profile().listed())
                .map(answered -> answered.answer().models())
                .filter(models -> !models.isEmpty())
                .map(models -> models.values().stream()
                        .filter(verdicts::living)
                        .map(ModelEntry::id)
                        .toList());
    }

    private Optional<Answered> answered(Reference reference) {
        return Optional.ofNullable(ofReference.get(reference.id())).map(answers::get);
    }
}
