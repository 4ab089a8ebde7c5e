package dev.keyguard.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** Asks by name for models that are not in a list: as long as one list may take, all together. */
final class ByName {
    private static final int MOST = 10;
    private static final int LONGEST_ID = 256;

    private final AccessSettings settings;
    private final Asking asking;

    ByName(AccessSettings settings, Asking asking) {
        this.settings = settings;
        this.asking = asking;
    }

    /**
     * Asks for those of {@code wanted} that {@code listed} lacks, at providers where that proves something.
     *
     * @param found gets what the provider has all the same
     * @return what the others were answered with
     */
    Map<String, ListAnswer> confirm(
            ListQuestion question,
            Collection<Wanted> wanted,
            SortedMap<String, ModelEntry> listed,
            SortedMap<String, ModelEntry> found) {
        ProviderProfile profile = question.profile();
        Map<String, ListAnswer> others = new HashMap<>();
        if (profile.retrieve().isEmpty() || !profile.exhaustive()) {
            return others;
        }
        ModelNames names = new ModelNames(profile);
        List<String> missing = new TreeSet<>(wanted.stream().map(Wanted::model).toList())
                .stream()
                        .filter(model -> names.find(model, listed).isEmpty() && askable(model))
                        .limit(MOST)
                        .toList();
        Deadline deadline = Deadline.in(settings.timeout());
        Optional<ListAnswer> silence = Optional.empty();
        for (String model : missing) {
            if (silence.isEmpty() && deadline.past()) {
                silence = Optional.of(new ListAnswer.Unreachable("there was no time to ask"));
            }
            ListAnswer one = silence.orElseGet(() -> asking.retrieve(question.within(deadline.left()), model));
            if (one instanceof ListAnswer.Unreachable) {
                silence = Optional.of(one);
            }
            if (one instanceof ListAnswer.Listed there) {
                found.putAll(there.models());
            } else {
                others.put(model, one);
            }
        }
        return others;
    }

    /** Ids come from scanned files: one that leads elsewhere in a path, or fills a request, is not asked by name. */
    private static boolean askable(String model) {
        return model.length() <= LONGEST_ID && !model.matches("\\.*");
    }
}
