package dev.keyguard.access;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A lister that goes nowhere and remembers what it was asked. */
final class Recording implements ModelLister {
    final List<ListQuestion> asked = new CopyOnWriteArrayList<>();
    final List<String> byName = new CopyOnWriteArrayList<>();
    final CountDownLatch ready = new CountDownLatch(1);
    final AtomicInteger warm = new AtomicInteger();
    final List<Wanted> probed = new CopyOnWriteArrayList<>();
    Function<String, ListAnswer> one = model -> refused(Refusal.Meaning.MODEL_UNKNOWN_OR_DENIED, 404, "no");
    Function<Wanted, ListAnswer> real = wanted -> listed(wanted.model());
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
        return new ListAnswer.Listed(models, Optional.empty(), true);
    }

    static ListAnswer refused(Refusal.Meaning meaning, int status, String message) {
        return new ListAnswer.Refused(new Refusal(meaning, status, message), Optional.empty());
    }

    @Override
    public void warmUp() {
        warm.incrementAndGet();
        ready.countDown();
    }

    @Override
    public ListAnswer list(ListQuestion question) {
        asked.add(question);
        return answer.apply(question);
    }

    @Override
    public ListAnswer retrieve(ListQuestion question, String model) {
        byName.add(model);
        return one.apply(model);
    }

    @Override
    public ListAnswer probe(ListQuestion question, Wanted wanted, Probe probe) {
        probed.add(wanted);
        return real.apply(wanted);
    }

    @Override
    public PermissionsAnswer permissions(ListQuestion question, String project) {
        throw new AssertionError("no admin key was to be used");
    }

    @Override
    public void close() {
        // nothing is open
    }
}
