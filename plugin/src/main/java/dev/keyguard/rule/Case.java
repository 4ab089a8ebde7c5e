package dev.keyguard.rule;

import dev.keyguard.access.Access;
import dev.keyguard.access.AccessAnswer;
import dev.keyguard.access.ModelFacts;
import dev.keyguard.access.Refusal;
import dev.keyguard.usage.KeyName;
import dev.keyguard.usage.Reference;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** One reference with all that is known about it, judged in one place so that no two rules speak of the same refusal. */
record Case(
        Reference reference,
        Access access,
        Optional<AccessAnswer> answer,
        Optional<ModelFacts> facts,
        LocalDate today) {
    private static final String UNKNOWN = "unknown";

    /** What a request would meet. */
    enum Kind {
        AVAILABLE,
        NOT_ACCESSIBLE,
        UNKNOWN_ID,
        SHUT_DOWN,
        WRONG_OPERATION,
        /** The key is refused: the key rules speak. */
        KEY,
        UNKNOWN
    }

    /** Every reference whose model is known. */
    static Stream<Case> all(RuleContext context) {
        return context.inventory().references().stream()
                .filter(reference -> reference.model().isPresent())
                .map(reference -> of(reference, context));
    }

    static Case of(Reference reference, RuleContext context) {
        return new Case(
                reference,
                context.access().accessOf(reference),
                context.access().answerFor(reference),
                reference.model().flatMap(context.models()::find),
                context.today());
    }

    String model() {
        return reference.model().orElseThrow();
    }

    /** What the refusal of the list says of the model, if it says something; else what access says. */
    Kind kind() {
        Optional<Kind> refused = answer.filter(a -> a.state() == AccessAnswer.State.REFUSED)
                .flatMap(AccessAnswer::refusal)
                .flatMap(this::meaning);
        return refused.orElseGet(this::ofAccess);
    }

    private Kind ofAccess() {
        if (access instanceof Access.Available) {
            return Kind.AVAILABLE;
        }
        if (access instanceof Access.Unavailable unavailable) {
            return switch (unavailable.cause()) {
                case NOT_ACCESSIBLE -> gone() ? Kind.SHUT_DOWN : Kind.NOT_ACCESSIBLE;
                case NOT_KNOWN -> gone() ? Kind.SHUT_DOWN : knownToTable() ? Kind.NOT_ACCESSIBLE : Kind.UNKNOWN_ID;
                case SHUT_DOWN -> Kind.SHUT_DOWN;
                case KEY_REFUSED -> Kind.KEY;
                case WRONG_OPERATION -> Kind.WRONG_OPERATION;
            };
        }
        return Kind.UNKNOWN;
    }

    private Optional<Kind> meaning(Refusal refusal) {
        return switch (refusal.meaning()) {
            case MODEL_DENIED, PROJECT_BLOCKED -> Optional.of(Kind.NOT_ACCESSIBLE);
            case MODEL_UNKNOWN, MODEL_UNKNOWN_OR_DENIED ->
                Optional.of(knownToTable() ? Kind.NOT_ACCESSIBLE : Kind.UNKNOWN_ID);
            case MODEL_GONE -> Optional.of(Kind.SHUT_DOWN);
            case ENDPOINT_MISMATCH -> Optional.of(Kind.WRONG_OPERATION);
            case KEY_INVALID,
                    KEY_MISSING,
                    KEY_SCOPE,
                    CONFIG_ORG_MISMATCH,
                    CONFIG_PROJECT_MISMATCH,
                    CONFIG_BASE_URL,
                    CONFIG_REGION_HOST -> Optional.of(Kind.KEY);
            default -> Optional.empty();
        };
    }

    /** Not in the list, and the table says why. */
    private boolean gone() {
        return shutdown().filter(day -> !day.isAfter(today)).isPresent();
    }

    private boolean knownToTable() {
        return facts.isPresent() && reference.endpoint().isOpenAi();
    }

    /** Whether the key's own endpoint said so, not only the table. */
    boolean asked() {
        return answer.filter(a -> a.state() == AccessAnswer.State.LISTED || a.state() == AccessAnswer.State.REFUSED)
                .isPresent();
    }

    /**
     * An error where it is known: OpenAI itself, or an endpoint that answered. Elsewhere the table is only a guess, and
     * where the code does not tell the endpoint, an answer may be another one's.
     */
    Severity grave() {
        boolean told = !reference.endpoint().service().equals(UNKNOWN);
        return told && asked() || reference.endpoint().isOpenAi() ? Severity.ERROR : Severity.WARNING;
    }

    /** The day the model goes or went, live before table; the table speaks for OpenAI alone. */
    Optional<LocalDate> shutdown() {
        if (access instanceof Access.Available available && available.until().isPresent()) {
            return available.until().map(last -> last.plusDays(1));
        }
        if (access instanceof Access.Unavailable unavailable
                && unavailable.since().isPresent()) {
            return unavailable.since();
        }
        return reference.endpoint().isOpenAi() ? facts.flatMap(ModelFacts::shutdown) : Optional.empty();
    }

    /** What shows it, in the provider's words where it spoke. */
    String evidence() {
        Optional<String> said = answer.filter(a -> a.state() == AccessAnswer.State.REFUSED)
                .flatMap(AccessAnswer::refusal)
                .map(Refusal::message)
                .filter(message -> !message.isBlank());
        return access instanceof Access.Unavailable ? access.reason() : said.orElseGet(access::reason);
    }

    /** «a request with OPENAI_API_KEY», «every request» where neither key nor endpoint is known. */
    String request() {
        String with = with();
        return with.isEmpty() ? "every request" : "a request " + with;
    }

    /** «with OPENAI_API_KEY (verified with CI_KEY)», «with the hard-coded key», «at api.example.com». */
    String with() {
        String service = reference.endpoint().service();
        String where = reference.endpoint().isOpenAi()
                ? ""
                : " at "
                        + reference
                                .endpoint()
                                .baseUrl()
                                .orElse(service.equals(UNKNOWN) ? "an endpoint that cannot be told" : service);
        String key = reference
                .key()
                .name()
                .map(name -> name.equals(KeyName.HARD_CODED) ? "the hard-coded key" : name)
                .map(name -> " with " + name + (reference.key().assumed() ? " (the only key found)" : ""))
                .orElse("");
        String other = answer.flatMap(AccessAnswer::verifiedWith)
                .map(name -> " (verified with " + name + ")")
                .orElse("");
        return (key + other + where).strip();
    }
}
