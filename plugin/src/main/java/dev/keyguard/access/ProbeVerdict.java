package dev.keyguard.access;

import java.time.LocalDate;
import java.util.Optional;

/** What the answer to a real request ({@code keyguard.probe}) means for a model: it beats every list. */
record ProbeVerdict(Answered answered, Optional<ModelFacts> facts, LocalDate today) {
    /** The verdict; empty where nobody answered, so that the list decides. */
    Optional<Access> of(String model, ListAnswer said) {
        if (said instanceof ListAnswer.Listed) {
            return Optional.of(new Access.Available(
                    end(model).map(day -> day.minusDays(1)), "it answered a real request (keyguard.probe)"));
        }
        return said instanceof ListAnswer.Refused refused
                ? Optional.of(refused(model, refused.refusal()))
                : Optional.empty();
    }

    private Access refused(String model, Refusal refusal) {
        String evidence = "a real request (keyguard.probe) was refused with HTTP " + refusal.status()
                + (refusal.message().isBlank() ? "" : ": " + refusal.message())
                + (refusal.aboutModel() ? answered.because(model) : "");
        return switch (refusal.meaning()) {
            case KEY_INVALID, KEY_SCOPE -> unavailable(Access.Cause.KEY_REFUSED, evidence);
            case MODEL_DENIED, PROJECT_BLOCKED -> unavailable(Access.Cause.NOT_ACCESSIBLE, evidence);
            case MODEL_UNKNOWN, MODEL_UNKNOWN_OR_DENIED, LISTED_BUT_REFUSED -> {
                boolean known = entry(model).isPresent() || facts.isPresent();
                yield unavailable(known ? Access.Cause.NOT_ACCESSIBLE : Access.Cause.NOT_KNOWN, evidence);
            }
            case MODEL_GONE ->
                new Access.Unavailable(Access.Cause.SHUT_DOWN, evidence, facts.flatMap(ModelFacts::shutdown));
            case ENDPOINT_MISMATCH -> unavailable(Access.Cause.WRONG_OPERATION, evidence);
            default -> new Access.Unknown(evidence);
        };
    }

    /** The provider's own day before the table's; none that is past, for the model has just answered. */
    private Optional<LocalDate> end(String model) {
        return entry(model)
                .flatMap(ModelEntry::shutdown)
                .or(() -> facts.flatMap(ModelFacts::shutdown))
                .filter(day -> day.isAfter(today));
    }

    private Optional<ModelEntry> entry(String model) {
        return new ModelNames(answered.profile()).find(model, answered.answer().models());
    }

    private static Access unavailable(Access.Cause cause, String evidence) {
        return new Access.Unavailable(cause, evidence, Optional.empty());
    }
}
