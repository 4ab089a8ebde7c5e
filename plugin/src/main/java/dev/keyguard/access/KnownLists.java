package dev.keyguard.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** What is known of old: the lock file's lists and those kept between builds. */
final class KnownLists {
    private final AccessSettings settings;
    private final ProviderProfiles profiles;
    private final List<LockEntry> locked;
    private final Optional<AccessCache> cache;

    /** {@code locked} is what the lock file holds. */
    KnownLists(AccessSettings settings, ProviderProfiles profiles, List<LockEntry> locked) {
        this.settings = settings;
        this.profiles = profiles;
        this.locked = locked;
        this.cache = settings.cacheDirectory().map(path -> new AccessCache(path.resolve("models")));
    }

    /** A kept list that still stands for a live one. */
    Optional<KnownList> fresh(ListQuestion question) {
        return settings.refresh()
                ? Optional.empty()
                : cache.flatMap(lists -> lists.get(question))
                        .filter(list -> list.youngerThan(settings.cacheTtl(), now()));
    }

    /** The newest list that is not too old to stand in; the cache's only if the question, thus the key, is known. */
    Optional<KnownList> newest(Subject subject, Optional<ListQuestion> question) {
        Optional<KnownList> kept = cache.flatMap(lists -> question.flatMap(lists::get));
        return Stream.of(kept, locked(subject))
                .flatMap(Optional::stream)
                .filter(list -> list.youngerThan(settings.lockMaxAge(), now()))
                .max(Comparator.comparing(KnownList::when));
    }

    /** The lock file's list, of whatever age. */
    Optional<KnownList> locked(Subject subject) {
        List<LockEntry> ofKey = locked.stream()
                .filter(entry -> entry.key().equals(subject.key()))
                .toList();
        Optional<LockEntry> exact = ofKey.stream()
                .filter(entry -> entry.baseUrl().equals(subject.where()))
                .findFirst();
        // a build without OPENAI_BASE_URL cannot know where the key's list came from
        boolean only = subject.assumed() && ofKey.size() == 1;
        return exact.or(() -> only ? Optional.of(ofKey.get(0)) : Optional.empty())
                .map(this::list);
    }

    /** How old the lock file's list is, if it is too old. */
    Optional<String> expired(Subject subject, Instant now) {
        return locked(subject)
                .filter(list -> !list.youngerThan(settings.lockMaxAge(), now))
                .map(list -> list.age(now));
    }

    void keep(ListQuestion question, SortedMap<String, ModelEntry> models, Instant when) {
        cache.ifPresent(lists -> lists.put(question, models, when));
    }

    /** Whether a real request of that kind was answered within the time for which a list is good. */
    boolean answered(ListQuestion question, Wanted wanted) {
        return !settings.refresh()
                && cache.flatMap(lists -> lists.answered(question, wanted))
                        .filter(when -> !when.plus(settings.cacheTtl()).isBefore(now()))
                        .isPresent();
    }

    void keepAnswered(ListQuestion question, Collection<Wanted> wanted, Instant when) {
        if (!wanted.isEmpty()) {
            cache.ifPresent(lists -> lists.putAnswered(question, wanted, when));
        }
    }

    private KnownList list(LockEntry entry) {
        ProviderProfile profile = profiles.named(entry.profile()).orElseGet(profiles::compatible);
        return new KnownList(AccessAnswer.Source.LOCK, entry.checkedAt(), entry.models(), profile);
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
