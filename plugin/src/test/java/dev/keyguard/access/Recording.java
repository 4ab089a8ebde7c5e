package dev.keyguard.access;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A lister that goes nowhere and remembers what it was asked. */
final class Recording implements ModelLister {
    final List<ListQuestion> asked = new CopyOnWriteArrayList<>();
    final List<String> byName = new CopyOnWriteArrayList<>();
    private final Function<ListQuestion, ListAnswer> answer;

    Recording(Function<ListQuestion, ListAnswer> answer) {
        this.answer = answer;
    }

    Recording(String... ids) {
        this(question -> listed(ids));
    }

    static ListAnswer listed(String... ids) {
        TreeMap<String, ModelEntry> models = new TreeMap<>();
        for (String id : ids) {
            models.put(id, new ModelEntry(id, java.util.Optional.empty()));
        }
        return new ListAnswer.Listed(models, java.util.Optional.empty());
    }

    @Override
    public ListAnswer list(ListQuestion question) {
        asked.add(question);
        return answer.apply(question);
    }

    @Override
    public ListAnswer retrieve(ListQuestion question, String model) {
        byName.add(model);
        return new ListAnswer.Refused(
                new Refusal(Refusal.Meaning.MODEL_UNKNOWN_OR_DENIED, 404, "no"), java.util.Optional.empty());
    }

    @Override
    public void close() {
        // nothing is open
    }
}
