package dev.keyguard.access;

import dev.keyguard.access.AccessAnswer.State;
import dev.keyguard.access.Refusal.Meaning;
import dev.keyguard.usage.Reference;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What an answer means for one reference. Live beats lock beats table: the provider's own shutdown date decides before
 * the table's; being listed beats a date of the table; where nobody could be asked, a date of the table that is past
 * decides for OpenAI's own models.
 */
final class Verdicts {
    private final ModelTable table;
    private final LocalDate today;

    Verdicts(ModelTable table, LocalDate today) {
        this.table = table;
        this.today = today;
    }

    Access of(Reference reference, Optional<Answered> answered) {
        if (reference.model().isEmpty()) {
            return new Access.Unknown(reference.reason().orElse("the model cannot be known from the code"));
        }
        String model = reference.model().get();
        if (reference.endpoint().service().equals("azure")) {
            return new Access.Unknown("Azure: the name is that of a deployment, which no list shows");
        }
        if (answered.isEmpty()) {
            String why = reference.endpoint().service().equals("unknown")
                    ? "where the request goes cannot be told from the code"
                    : "the code uses no API key that could be asked with (workload identity, token or certificate, or none found)";
            return byTable(reference, model, why);
        }
        Answered answer = answered.get();
        Optional<Access> probed = Optional.ofNullable(answer.probed().get(Wanted.of(reference)))
                .flatMap(said -> new ProbeVerdict(answer, facts(reference, model), today).of(model, said));
        if (probed.isPresent()) {
            return probed.get();
        }
        boolean list = answer.answer().state() == State.LISTED
                || !answer.answer().models().isEmpty();
        if (list) {
            return byList(reference, model, answer);
        }
        Optional<Refusal> refusal =
                answer.answer().refusal().filter(r -> answer.answer().state() == State.REFUSED);
        return refusal.map(r -> byRefusal(reference, model, r, answer))
                .orElseGet(() -> byTable(reference, model, answer.answer().detail()));
    }

    private Access byList(Reference reference, String model, Answered answered) {
        AccessAnswer answer = answered.answer();
        Optional<ModelEntry> entry = new ModelNames(answered.profile()).find(model, answer.models());
        if (entry.isPresent()) {
            return listed(reference, model, entry.get(), answered);
        }
        Optional<Refusal> denied = answered.denied(model);
        String evidence = absent(answer, denied) + answered.because(model);
        Optional<ModelFacts> facts = facts(reference, model);
        if (denied.filter(r -> r.meaning() == Meaning.MODEL_GONE).isPresent()) {
            return new Access.Unavailable(Access.Cause.SHUT_DOWN, evidence, facts.flatMap(ModelFacts::shutdown));
        }
        if (!answer.exhaustive()
                || (answer.models().isEmpty()
                        && denied.filter(Refusal::aboutModel).isEmpty())) {
            return byTable(reference, model, evidence + ", which proves nothing at this provider");
        }
        if (answered.unconfirmed(model).isPresent()) {
            return byTable(
                    reference,
                    model,
                    evidence + ", but asking for it by name got no answer: "
                            + answered.unconfirmed(model).get());
        }
        Optional<LocalDate> gone = facts.flatMap(ModelFacts::shutdown).filter(this::past);
        if (gone.isPresent()) {
            return new Access.Unavailable(
                    Access.Cause.SHUT_DOWN, evidence + "; announced shutdown: " + gone.get(), gone);
        }
        boolean known = facts.isPresent()
                || table.find(model).isPresent()
                || denied.filter(r -> r.meaning() == Meaning.MODEL_DENIED).isPresent();
        return new Access.Unavailable(
                known ? Access.Cause.NOT_ACCESSIBLE : Access.Cause.NOT_KNOWN, evidence, Optional.empty());
    }

    private Access listed(Reference reference, String model, ModelEntry entry, Answered answered) {
        String where = "in the list of " + answered.answer().key() + " (" + source(answered.answer()) + ")";
        if (entry.shutdown().filter(this::past).isPresent()) {
            return new Access.Unavailable(
                    Access.Cause.SHUT_DOWN,
                    "still " + where + ", but the provider's own shutdown date is "
                            + entry.shutdown().get(),
                    entry.shutdown());
        }
        if (!answered.profile().listed()) {
            return byTable(
                    reference,
                    model,
                    where + ", but " + answered.profile().name()
                            + "'s list shows what there is, not what the key may use");
        }
        Optional<LocalDate> announced = facts(reference, model).flatMap(ModelFacts::shutdown);
        if (entry.shutdown().isEmpty() && announced.filter(this::past).isPresent()) {
            return new Access.Available(
                    Optional.empty(),
                    where + ", although its shutdown was announced for " + announced.get() + " (table of "
                            + table.date() + ")");
        }
        Optional<LocalDate> end = entry.shutdown().or(() -> announced);
        return new Access.Available(end.map(day -> day.minusDays(1)), where);
    }

    private Access byRefusal(Reference reference, String model, Refusal refusal, Answered answered) {
        Optional<ModelFacts> facts = facts(reference, model);
        String evidence = answered.answer().detail() + (refusal.aboutModel() ? answered.because(model) : "");
        return switch (refusal.meaning()) {
            case KEY_INVALID, KEY_SCOPE -> unavailable(Access.Cause.KEY_REFUSED, evidence);
            case MODEL_DENIED, PROJECT_BLOCKED -> unavailable(Access.Cause.NOT_ACCESSIBLE, evidence);
            case MODEL_UNKNOWN, MODEL_UNKNOWN_OR_DENIED ->
                unavailable(facts.isPresent() ? Access.Cause.NOT_ACCESSIBLE : Access.Cause.NOT_KNOWN, evidence);
            case MODEL_GONE ->
                new Access.Unavailable(Access.Cause.SHUT_DOWN, evidence, facts.flatMap(ModelFacts::shutdown));
            // a rule of its own speaks of these; of the model they say nothing
            case KEY_MISSING,
                    CONFIG_BASE_URL,
                    CONFIG_REGION_HOST,
                    CONFIG_ORG_MISMATCH,
                    CONFIG_PROJECT_MISMATCH,
                    ENDPOINT_MISMATCH -> new Access.Unknown(evidence);
            default -> byTable(reference, model, evidence);
        };
    }

    /** Nobody could tell, but a shutdown in the past needs nobody's word. */
    private Access byTable(Reference reference, String model, String why) {
        Optional<LocalDate> gone =
                facts(reference, model).flatMap(ModelFacts::shutdown).filter(this::past);
        return gone.<Access>map(day -> new Access.Unavailable(
                        Access.Cause.SHUT_DOWN,
                        "OpenAI announced its shutdown for " + day + " (table of " + table.date() + "; " + why + ")",
                        gone))
                .orElseGet(() -> new Access.Unknown(why));
    }

    private String absent(AccessAnswer answer, Optional<Refusal> denied) {
        String list = "not among the " + answer.models().size() + " models that " + answer.key() + " may use ("
                + source(answer) + ")";
        return denied.filter(Refusal::aboutModel)
                .map(r -> list + "; asked for it by name, the provider says HTTP " + r.status()
                        + (r.message().isBlank() ? "" : ": " + r.message()))
                .orElse(list);
    }

    /** Where a list comes from, short; why nobody was asked stands in the answer's own detail. */
    private static String source(AccessAnswer answer) {
        Optional<LocalDate> day =
                answer.checkedAt().map(when -> when.atZone(ZoneOffset.UTC).toLocalDate());
        return switch (answer.source()) {
            case LIVE -> answer.baseUrl() + ", asked just now";
            case LOCK -> day.map(of -> "lock file of " + of).orElseGet(answer::detail);
            case CACHE -> day.map(of -> answer.baseUrl() + ", asked on " + of).orElseGet(answer::detail);
            default -> answer.detail();
        };
    }

    private static Access unavailable(Access.Cause cause, String evidence) {
        return new Access.Unavailable(cause, evidence, Optional.empty());
    }

    /** The table speaks of OpenAI's own models at OpenAI alone. */
    private Optional<ModelFacts> facts(Reference reference, String model) {
        return reference.endpoint().isOpenAi() ? table.find(model) : Optional.empty();
    }

    /** Whether the provider has not given a shutdown day that is past. */
    boolean living(ModelEntry entry) {
        return entry.shutdown().filter(this::past).isEmpty();
    }

    private boolean past(LocalDate day) {
        return !day.isAfter(today);
    }
}
