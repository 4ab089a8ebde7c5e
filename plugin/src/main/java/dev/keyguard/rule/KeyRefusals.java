package dev.keyguard.rule;

import dev.keyguard.access.AccessAnswer;
import dev.keyguard.access.Refusal;
import dev.keyguard.source.Scope;
import dev.keyguard.usage.Endpoint;
import dev.keyguard.usage.KeyName;
import dev.keyguard.usage.KeyUse;
import dev.keyguard.usage.Reference;
import dev.keyguard.value.Hop;
import dev.keyguard.value.Trail;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Refusals that are about a key, not a model: one finding for each key and endpoint, at the key's place. */
final class KeyRefusals {
    private static final Comparator<KeyUse> MAIN_FIRST =
            Comparator.comparing(KeyUse::scope).thenComparing(Comparator.naturalOrder());

    private final RuleContext context;

    KeyRefusals(RuleContext context) {
        this.context = context;
    }

    /** A refused key with the finding that speaks of it. */
    record Refused(AccessAnswer answer, Draft draft) {
        String key() {
            String name = answer.key().equals(KeyName.HARD_CODED) ? "The hard-coded key" : answer.key();
            return name
                    + answer.verifiedWith()
                            .map(other -> " (verified with " + other + ")")
                            .orElse("");
        }

        /** «OpenAI», or the address. */
        String where() {
            return answer.service().equals("openai") ? "OpenAI" : url();
        }

        String url() {
            return answer.baseUrl().isEmpty() ? answer.service() : answer.baseUrl();
        }

        /** «: what the provider said.» */
        String said() {
            String said = answer.refusal().map(Refusal::message).orElse("");
            return said.isBlank() ? "." : ": " + Sentence.of(said);
        }
    }

    /** Refused keys with one of these meanings. */
    Stream<Refused> drafts(Rule rule, Set<Refusal.Meaning> meanings) {
        return context.access().answers().stream()
                .filter(answer -> answer.refusal()
                        .filter(r -> meanings.contains(r.meaning()))
                        .isPresent())
                .flatMap(answer -> draft(rule, answer).map(draft -> new Refused(answer, draft)).stream());
    }

    /** The finding for an answer; absent where neither a key nor a reference of the code stands behind it. */
    Optional<Draft> draft(Rule rule, AccessAnswer answer) {
        List<Reference> references = context.inventory().references().stream()
                .filter(r ->
                        context.access().answerFor(r).filter(answer::equals).isPresent())
                .toList();
        List<Hop> used = references.stream()
                .map(r -> new Hop(
                        Hop.Kind.USED,
                        r.uses().isEmpty() ? r.place() : r.uses().get(0),
                        r.model().or(() -> Optional.of(r.client()))))
                .toList();
        Optional<Trail> url = references.stream()
                .map(Reference::endpoint)
                .map(Endpoint::trail)
                .flatMap(Optional::stream)
                .findFirst();
        if (rule instanceof EndpointWrong && url.isPresent()) {
            Reference first = references.get(0);
            return Optional.of(Draft.at(rule, url.get().origin(), first.module(), scope(references))
                    .hops(url.get().hops())
                    .hops(used));
        }
        Optional<KeyUse> key = context.inventory().keys().stream()
                .filter(k -> k.name().equals(answer.key()))
                .filter(k ->
                        k.service().equals(answer.service()) || k.service().equals("unknown") || !references.isEmpty())
                .min(MAIN_FIRST);
        if (key.isPresent()) {
            return key.map(k -> Draft.about(rule, k).hops(used));
        }
        return references.stream()
                .min(Comparator.comparing(Reference::scope).thenComparing(Comparator.naturalOrder()))
                .map(r -> Draft.at(rule, r.place(), r.module(), r.scope()).hops(used));
    }

    private static Scope scope(List<Reference> references) {
        return references.stream().anyMatch(r -> r.scope() == Scope.MAIN) ? Scope.MAIN : Scope.TEST;
    }
}
