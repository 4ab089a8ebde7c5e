package dev.keyguard.access;

import dev.keyguard.access.Refusal.Meaning;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks models with real requests, where the user wants that ({@code keyguard.probe}): the cheapest there is, once for
 * each model and operation, within one time-out for all of a key.
 */
final class Prober {
    private static final int MOST = 10;
    private static final int LONGEST_ID = 256;

    private final AccessSettings settings;
    private final KnownLists known;
    private final Asking asking;
    private final ModelTable table;

    Prober(AccessSettings settings, KnownLists known, Asking asking, ModelTable table) {
        this.settings = settings;
        this.known = known;
        this.asking = asking;
        this.table = table;
    }

    /**
     * What real requests were answered with.
     *
     * @param answers {@code Listed} where the model answered, or refused nothing but a parameter
     * @param note    what was sent and what it costs; absent if nothing was
     */
    record Outcome(Map<Wanted, ListAnswer> answers, Optional<String> note) {
        static final Outcome NONE = new Outcome(Map.of(), Optional.empty());

        /** A refusal that is about the key, whatever the model. */
        Optional<Refusal> ofKey() {
            return answers.values().stream()
                    .flatMap(answer -> answer instanceof ListAnswer.Refused refused
                            ? Stream.of(refused.refusal())
                            : Stream.empty())
                    .filter(refusal ->
                            refusal.meaning() == Meaning.KEY_INVALID || refusal.meaning() == Meaning.KEY_SCOPE)
                    .findFirst();
        }
    }

    /** The answer with what real requests gave for those of {@code wanted} that may be asked so. */
    Answered ask(Answered answered, ListQuestion question, Collection<Wanted> wanted) {
        Outcome outcome = ask(
                question, wanted.stream().filter(each -> open(answered, each)).toList());
        return answered.probed(outcome);
    }

    private Outcome ask(ListQuestion question, List<Wanted> wanted) {
        if (!settings.probe()
                || !settings.mayAsk()
                || question.profile().probeLimit().isEmpty()) {
            return Outcome.NONE;
        }
        Probes probes = Probes.load();
        Map<Wanted, Probe> requests = new TreeMap<>();
        wanted.forEach(each -> probes.of(each, table.find(each.model())).ifPresent(probe -> requests.put(each, probe)));
        Map<Wanted, ListAnswer> answers = new TreeMap<>();
        Map<Wanted, Probe> sent = new TreeMap<>();
        Deadline deadline = Deadline.in(settings.timeout());
        Instant now = settings.clock().instant();
        for (Map.Entry<Wanted, Probe> request : requests.entrySet()) {
            if (known.answered(question, request.getKey())) {
                answers.put(request.getKey(), passed(request.getKey()));
            } else if (sent.size() < MOST && !deadline.past()) {
                Asking.Probed probed =
                        asking.probe(question.within(deadline.left()), request.getKey(), request.getValue());
                answers.put(request.getKey(), probed.answer());
                if (probed.now()) {
                    sent.put(request.getKey(), request.getValue());
                }
            }
        }
        known.keepAnswered(
                question,
                sent.keySet().stream()
                        .filter(each -> answers.get(each) instanceof ListAnswer.Listed)
                        .toList(),
                now);
        return new Outcome(answers, note(question, sent, requests.size() - answers.size()));
    }

    /** Those of {@code wanted} of which a real request can tell what the list did not settle. */
    private static boolean open(Answered answered, Wanted wanted) {
        AccessAnswer answer = answered.answer();
        if (answer.state() == AccessAnswer.State.REFUSED) {
            return answer.refusal()
                    .filter(refusal -> refusal.meaning() == Meaning.LIST_FORBIDDEN
                            || refusal.meaning() == Meaning.LIST_UNAVAILABLE)
                    .isPresent();
        }
        // ids come from scanned files: one that fills a request is not sent
        if (wanted.model().length() > LONGEST_ID) {
            return false;
        }
        boolean listed = new ModelNames(answered.profile())
                .find(wanted.model(), answer.models())
                .isPresent();
        return answer.state() == AccessAnswer.State.LISTED && (listed || !answer.exhaustive());
    }

    private static ListAnswer passed(Wanted wanted) {
        ModelEntry entry = new ModelEntry(wanted.model(), Optional.empty());
        return new ListAnswer.Listed(new TreeMap<>(Map.of(wanted.model(), entry)), Optional.empty(), true);
    }

    private static Optional<String> note(ListQuestion question, Map<Wanted, Probe> sent, int left) {
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        List<String> each = sent.entrySet().stream()
                .map(entry -> entry.getKey().model() + " (" + entry.getValue().operation() + ": "
                        + entry.getValue().cost() + ")")
                .toList();
        String rest = left > 0 ? "; " + left + " more were not asked, there are too many" : "";
        return Optional.of(
                "keyguard.probe sent real requests to " + question.url().host() + ", which the key's owner pays: "
                        + each.stream().collect(Collectors.joining(", ")) + rest);
    }
}
