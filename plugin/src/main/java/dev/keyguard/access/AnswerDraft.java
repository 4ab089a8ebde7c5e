package dev.keyguard.access;

import dev.keyguard.access.AccessAnswer.Source;
import dev.keyguard.access.AccessAnswer.State;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An answer in the making. */
record AnswerDraft(
        Subject subject,
        ProviderProfile profile,
        Optional<Refusal> refusal,
        Optional<String> verifiedWith,
        List<String> notes) {
    AnswerDraft(Subject subject, ProviderProfile profile) {
        this(subject, profile, Optional.empty(), Optional.empty(), List.of());
    }

    AnswerDraft profile(ProviderProfile other) {
        return new AnswerDraft(subject, other, refusal, verifiedWith, notes);
    }

    AnswerDraft refusal(Optional<Refusal> other) {
        return new AnswerDraft(subject, profile, other, verifiedWith, notes);
    }

    AnswerDraft note(String sentence) {
        return new AnswerDraft(
                subject,
                profile,
                refusal,
                verifiedWith,
                Stream.concat(notes.stream(), Stream.of(sentence)).toList());
    }

    /** With the key that was found, and what is to be said of where. */
    AnswerDraft key(FoundKey key) {
        AnswerDraft with = new AnswerDraft(
                subject, profile, refusal, key.mapped() ? Optional.of(key.name()) : verifiedWith, notes);
        return key.warning().map(with::note).orElse(with);
    }

    /** The provider gave a list just now. */
    Answered live(SortedMap<String, ModelEntry> models, Instant now, Map<String, ListAnswer> byName) {
        return answered(
                Source.LIVE,
                Optional.of(now),
                State.LISTED,
                models,
                Optional.empty(),
                models.size() + " models, asked just now",
                byName);
    }

    /** An earlier list stands for a live one; {@code why} none was got. */
    Answered listed(KnownList list, Instant now, String why) {
        return answered(
                list.source(),
                Optional.of(list.when()),
                State.LISTED,
                list.models(),
                refusal,
                (why.isEmpty() ? "" : why + "; ") + of(list, now),
                Map.of());
    }

    /** The provider refused; an earlier list may help where the refusal says nothing about models. */
    Answered refused(Refusal refused, String detail, Optional<KnownList> old) {
        return answered(
                old.map(KnownList::source).orElse(refused.status() == 0 ? Source.NONE : Source.LIVE),
                old.map(KnownList::when),
                State.REFUSED,
                old.map(KnownList::models).orElseGet(Collections::emptySortedMap),
                Optional.of(refused),
                detail,
                Map.of());
    }

    /** Nobody answered; an earlier list may help. */
    Answered unreachable(String detail, Optional<KnownList> old, Instant now) {
        return answered(
                old.map(KnownList::source).orElse(Source.NONE),
                old.map(KnownList::when),
                State.UNREACHABLE,
                old.map(KnownList::models).orElseGet(Collections::emptySortedMap),
                Optional.empty(),
                detail + old.map(list -> "; " + of(list, now)).orElse(""),
                Map.of());
    }

    /** Nobody was asked and nothing is known. */
    Answered notAsked(String detail) {
        return answered(
                Source.NONE,
                Optional.empty(),
                State.NOT_ASKED,
                Collections.emptySortedMap(),
                refusal,
                detail,
                Map.of());
    }

    private static String of(KnownList list, Instant now) {
        String what = list.source() == Source.LOCK ? "the lock file" : "the list kept from an earlier build";
        return what + " answers (" + list.age(now) + ", " + list.models().size() + " models)";
    }

    private Answered answered(
            Source source,
            Optional<Instant> when,
            State state,
            SortedMap<String, ModelEntry> models,
            Optional<Refusal> refused,
            String detail,
            Map<String, ListAnswer> byName) {
        AccessAnswer answer = new AccessAnswer(
                subject.key(),
                subject.service(),
                subject.where(),
                source,
                when,
                state,
                Collections.unmodifiableSortedMap(new TreeMap<>(models)),
                profile.exhaustive(),
                refused,
                detail,
                verifiedWith,
                notes);
        return new Answered(answer, profile, byName);
    }
}
