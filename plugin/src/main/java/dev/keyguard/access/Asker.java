package dev.keyguard.access;

import dev.keyguard.access.Refusal.Meaning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Gets the answer for one subject: from the provider if it may and can be asked, else from what is known of old. */
final class Asker {
    private final AccessSettings settings;
    private final KeyRing ring;
    private final Trust trust;
    private final ProviderProfiles profiles;
    private final KnownLists known;
    private final Asking asking;
    private final RefusalClassifier classifier;
    private final ByName byName;
    private final Prober prober;
    private final Permissions permissions;

    Asker(
            AccessSettings settings,
            KeyRing ring,
            Trust trust,
            ProviderProfiles profiles,
            KnownLists known,
            Asking asking,
            RefusalClassifier classifier,
            Prober prober,
            Permissions permissions) {
        this.settings = settings;
        this.ring = ring;
        this.trust = trust;
        this.profiles = profiles;
        this.known = known;
        this.asking = asking;
        this.classifier = classifier;
        this.byName = new ByName(settings, asking);
        this.prober = prober;
        this.permissions = permissions;
    }

    /** The answer; {@code wanted} is what the code asks for with this key. */
    Answered ask(Subject subject, Set<Wanted> wanted) {
        AnswerDraft draft = new AnswerDraft(subject, profile(subject));
        if (subject.defect().isPresent()) {
            String message = "the base URL " + subject.written() + " cannot work: "
                    + subject.defect().get();
            return draft.refused(new Refusal(Meaning.CONFIG_BASE_URL, 0, message), message, Optional.empty());
        }
        if (subject.hardCoded()) {
            return unasked(draft, Optional.empty(), "the key is written out in the code; such a key is not sent");
        }
        if (subject.url().isEmpty()) {
            return unasked(draft, Optional.empty(), "where the request goes cannot be told from the code");
        }
        if (draft.profile().deployments()) {
            return unasked(draft, Optional.empty(), "Azure names deployments, which no list shows");
        }
        Optional<Trust.Endpoint> endpoint = trust.endpoint(subject.url().get(), subject.names());
        if (endpoint.isEmpty()) {
            return unasked(
                    draft,
                    Optional.empty(),
                    subject.where()
                            + " is not OpenAI's and may not be sent a key; name it in services to have it asked");
        }
        return withKey(draft.profile(endpoint.get().profile()), endpoint.get(), wanted);
    }

    /** For when something went wrong in here. */
    Answered failed(Subject subject, String why) {
        return new AnswerDraft(subject, profile(subject)).notAsked(why);
    }

    private Answered withKey(AnswerDraft draft, Trust.Endpoint endpoint, Set<Wanted> wanted) {
        Subject subject = draft.subject();
        Optional<FoundKey> found = ring.find(subject.names(), subject.module(), service(subject));
        if (found.isEmpty()) {
            if (endpoint.profile().keyless() && endpoint.byUser()) {
                return whole(draft, asking.question(subject, Optional.empty(), endpoint.profile()), wanted);
            }
            return unasked(
                    draft,
                    Optional.of(Meaning.KEY_MISSING),
                    "this build has no " + subject.key() + " (environment, system property or settings.xml)");
        }
        FoundKey key = found.get();
        AnswerDraft with = draft.key(key);
        Optional<Trust.Objection> objection = trust.objection(key, endpoint, subject.bound());
        if (objection.isPresent()) {
            return objected(with, key, objection.get());
        }
        SecretKey value = key.value().trimmed();
        AnswerDraft noted = key.value().padded()
                ? with.note(
                        key.name() + " has blanks or line ends around the key; they are not sent, but the application"
                                + " would send or refuse them")
                : with;
        return whole(noted, asking.question(subject, Optional.of(value), endpoint.profile()), wanted);
    }

    /** The list, and where the user wants it real requests and the reason of refusals. */
    private Answered whole(AnswerDraft draft, ListQuestion question, Set<Wanted> wanted) {
        Answered answered = prober.ask(asked(draft, question, wanted), question, wanted);
        return permissions.explain(answered, draft.subject(), question, wanted);
    }

    private Answered objected(AnswerDraft draft, FoundKey key, Trust.Objection objection) {
        return switch (objection) {
            case PLACEHOLDER ->
                unasked(
                        draft,
                        Optional.of(Meaning.KEY_PLACEHOLDER),
                        key.name() + " holds a placeholder, no key; it was not sent");
            case MALFORMED ->
                unasked(
                        draft,
                        Optional.of(Meaning.KEY_PLACEHOLDER),
                        key.name() + " " + key.value().defect().orElse("is no key") + "; it was not sent");
            case FOREIGN_SHAPE ->
                unasked(
                        draft,
                        Optional.of(Meaning.KEY_PLACEHOLDER),
                        key.name() + " does not hold a key of the form that "
                                + draft.profile().name() + "'s keys have; it was not sent");
            case NOT_COVERED ->
                unasked(
                        draft,
                        Optional.empty(),
                        key.name() + " is not known to be a key for "
                                + draft.subject().where()
                                + " and was not sent; name it in keys or services to have it used");
        };
    }

    private Answered asked(AnswerDraft draft, ListQuestion question, Set<Wanted> wanted) {
        Instant now = settings.clock().instant();
        if (!settings.mayAsk()) {
            String why = settings.offline() ? "Maven works offline" : "online=never";
            return known.newest(draft.subject(), Optional.of(question))
                    .map(list -> draft.listed(list, now, why))
                    .orElseGet(() -> unasked(draft, Optional.empty(), "nobody was asked: " + why));
        }
        Optional<KnownList> fresh = known.fresh(question);
        if (fresh.isPresent()) {
            return draft.listed(fresh.get(), now, "");
        }
        ListAnswer answer = asking.list(question);
        if (answer instanceof ListAnswer.Listed listed) {
            return live(draft, question, listed, wanted, now);
        }
        if (answer instanceof ListAnswer.Refused refused) {
            Refusal refusal = refused.refusal();
            Optional<KnownList> old = classifier.rule(refusal.meaning()).isEmpty()
                    ? known.newest(draft.subject(), Optional.of(question))
                    : Optional.empty();
            String said = refusal.message().isBlank() ? "" : " (" + refusal.message() + ")";
            String detail = "HTTP " + refusal.status() + said + ": " + classifier.advice(refusal.meaning())
                    + refused.requestId().map(id -> " Request " + id + ".").orElse("");
            return draft.refused(refusal, detail, old);
        }
        String reason = ((ListAnswer.Unreachable) answer).reason();
        return draft.unreachable(
                draft.subject().where() + " could not be asked: " + reason,
                known.newest(draft.subject(), Optional.of(question)),
                now);
    }

    private Answered live(
            AnswerDraft draft, ListQuestion question, ListAnswer.Listed listed, Set<Wanted> wanted, Instant now) {
        SortedMap<String, ModelEntry> all = new TreeMap<>(listed.models());
        if (!listed.whole()) {
            return draft.profile(question.profile().inPart())
                    .note("the list of " + draft.subject().where() + " has more pages than were read")
                    .live(all, now, Map.of());
        }
        Map<String, ListAnswer> others = byName.confirm(question, wanted, listed.models(), all);
        known.keep(question, all, now);
        AnswerDraft noted = draft;
        for (String sentence : known.locked(draft.subject())
                .map(list -> new LockDifference(list.models(), all).sentences())
                .orElse(List.of())) {
            noted = noted.note(sentence);
        }
        return noted.live(all, now, others);
    }

    private Answered unasked(AnswerDraft draft, Optional<Meaning> meaning, String why) {
        Optional<KnownList> old = known.newest(draft.subject(), Optional.empty());
        if (old.isPresent()) {
            return draft.refusal(meaning.filter(m -> m != Meaning.KEY_MISSING).map(m -> new Refusal(m, 0, why)))
                    .profile(old.get().profile())
                    .listed(old.get(), settings.clock().instant(), why);
        }
        String tooOld = known.expired(draft.subject(), settings.clock().instant())
                .map(age -> "; the lock file is " + age + ", too old to stand in (lockMaxAge)")
                .orElse("");
        return draft.refusal(meaning.map(m -> new Refusal(m, 0, why))).notAsked(why + tooOld);
    }

    private ProviderProfile profile(Subject subject) {
        return subject.url()
                .flatMap(url -> profiles.owning(url.host()))
                .or(() -> profiles.ofService(subject.service()))
                .orElseGet(profiles::compatible);
    }

    private static Predicate<String> service(Subject subject) {
        List<String> names = new ArrayList<>(List.of(subject.service()));
        subject.url().ifPresent(url -> names.add(url.host()));
        return text -> names.contains(text)
                || names.contains("other:" + text)
                || BaseUrl.parse(text)
                        .flatMap(url -> subject.url().filter(own -> own.within(url)))
                        .isPresent();
    }
}
