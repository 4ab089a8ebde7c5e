package dev.keyguard.access;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An answer with what only this package needs of it.
 *
 * @param byName      what asking by name gave for models that are not in the list: refused, or nobody answered
 * @param probed      what real requests gave
 * @param permissions the project's allow or deny list, if an admin key told
 */
record Answered(
        AccessAnswer answer,
        ProviderProfile profile,
        Map<String, ListAnswer> byName,
        Map<Wanted, ListAnswer> probed,
        Optional<ModelPermissions> permissions) {
    Answered(AccessAnswer answer, ProviderProfile profile, Map<String, ListAnswer> byName) {
        this(answer, profile, Map.copyOf(byName), Map.of(), Optional.empty());
    }

    /** The refusal of a model that is not in the list, if it was asked for by name. */
    Optional<Refusal> denied(String model) {
        return Optional.ofNullable(byName.get(model)).flatMap(Answered::refusal);
    }

    /** Why asking for a model by name got no answer, if it did not. */
    Optional<String> unconfirmed(String model) {
        return Optional.ofNullable(byName.get(model))
                .flatMap(answer -> answer instanceof ListAnswer.Unreachable unreachable
                        ? Optional.of(unreachable.reason())
                        : Optional.empty());
    }

    /** Whether something said that the key may not use the model, or that there is none of that name. */
    boolean refuses(Wanted wanted) {
        Optional<ListAnswer> real = Optional.ofNullable(probed.get(wanted));
        if (real.isPresent()) {
            return real.flatMap(Answered::refusal).filter(Refusal::aboutModel).isPresent();
        }
        if (answer.state() == AccessAnswer.State.LISTED) {
            return answer.exhaustive()
                    && new ModelNames(profile)
                            .find(wanted.model(), answer.models())
                            .isEmpty();
        }
        return answer.state() == AccessAnswer.State.REFUSED
                && answer.refusal().filter(Refusal::aboutModel).isPresent();
    }

    /** All refusals there were. */
    Stream<Refusal> refusals() {
        return Stream.concat(
                answer.refusal().stream(),
                Stream.concat(probed.values().stream(), byName.values().stream())
                        .flatMap(each -> refusal(each).stream()));
    }

    /** What the project's list says of a model, to go on a sentence; empty if nobody told. */
    String because(String model) {
        return permissions.map(list -> "; " + list.about(model)).orElse("");
    }

    private static Optional<Refusal> refusal(ListAnswer answer) {
        return answer instanceof ListAnswer.Refused refused ? Optional.of(refused.refusal()) : Optional.empty();
    }

    Answered probed(Prober.Outcome outcome) {
        AccessAnswer told = outcome.note().map(answer::noting).orElse(answer);
        AccessAnswer judged = outcome.ofKey().map(told::refusing).orElse(told);
        return new Answered(judged, profile, byName, Map.copyOf(outcome.answers()), permissions);
    }

    Answered explained(ModelPermissions found) {
        return new Answered(answer, profile, byName, probed, Optional.of(found));
    }

    Answered noting(String sentence) {
        return new Answered(answer.noting(sentence), profile, byName, probed, permissions);
    }
}
