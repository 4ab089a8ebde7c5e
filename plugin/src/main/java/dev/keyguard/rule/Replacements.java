package dev.keyguard.rule;

import dev.keyguard.access.ModelFacts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the id to write instead. In this order: what the provider names and the key may use; for an id nobody knows, the
 * one that was probably meant among what the key may use; the nearest relative the key may use; and, where the key's list
 * is not known, the table's word, which is then called unverified. A tie is listed, never decided.
 */
final class Replacements {
    private static final int LISTED = 5;

    private final RuleContext context;

    Replacements(RuleContext context) {
        this.context = context;
    }

    /** What to do about a model that a request would not get. */
    Remedy forRefused(Case refused) {
        Remedy remedy = find(refused);
        if (!refused.reference().implicit() || remedy.replacement().isEmpty()) {
            return remedy;
        }
        // nobody wrote the id: there is nothing to edit
        String text = "Name a model where the client is configured; the library chose this one. " + remedy.text();
        return new Remedy(text, remedy.replacement(), Optional.of(Remedy.MODELS));
    }

    private Remedy find(Case refused) {
        Optional<List<String>> usable = context.access().usable(refused.reference());
        List<String> named = refused.facts().map(ModelFacts::replacements).orElse(List.of());
        if (usable.isEmpty()) {
            return unverified(refused, named);
        }
        List<String> fitting =
                usable.get().stream().filter(id -> fits(id, refused)).toList();
        for (String id : named) {
            if (fitting.contains(id)) {
                return Remedy.replace(
                        "Write " + id + ", which the provider names as its successor and the key may use.", id);
            }
        }
        List<String> near = refused.facts().isPresent()
                ? relatives(refused.model(), fitting)
                : EditDistance.near(refused.model(), fitting);
        boolean clear = refused.facts().isPresent() ? near.size() == 1 : EditDistance.clear(refused.model(), near);
        if (clear) {
            String id = near.get(0);
            String text = refused.facts().isPresent()
                    ? "Write " + id + ", the nearest relative the key may use."
                    : "Did you mean " + id + "? The key may use it.";
            return Remedy.replace(text, id);
        }
        Collection<String> choices = near.isEmpty() ? fitting : near;
        String list = choices.isEmpty()
                ? "The key may use no model for this operation."
                : "The key may use " + listed(choices) + ".";
        String ask = refused.kind() == Case.Kind.NOT_ACCESSIBLE
                ? " Or have " + refused.model() + " allowed for the key's project (its limits, model usage)."
                : "";
        return Remedy.hint(list + ask, Remedy.MODELS);
    }

    /** A model by the table's word alone. */
    private Remedy unverified(Case refused, List<String> named) {
        Optional<String> successor =
                named.stream().filter(id -> fits(id, refused)).findFirst();
        if (successor.isPresent()) {
            return Remedy.replace(
                    "Write " + successor.get() + ", which the provider names as its successor"
                            + " (unverified: the key's own list is not known).",
                    successor.get());
        }
        if (refused.facts().isPresent() || !refused.reference().endpoint().isOpenAi()) {
            return Remedy.hint("Choose a model that the key may use.", Remedy.MODELS);
        }
        List<String> near = EditDistance.near(
                refused.model(),
                context.models().ids().stream().filter(id -> fits(id, refused)).toList());
        if (EditDistance.clear(refused.model(), near)) {
            return Remedy.replace(
                    "Did you mean " + near.get(0) + "? (unverified: the key's own list is not known)", near.get(0));
        }
        return Remedy.hint(
                near.isEmpty() ? "Check the spelling." : "Did you mean one of " + listed(near) + "?", Remedy.MODELS);
    }

    /** Whether an id answers the reference's operation and is not itself on its way out. */
    private boolean fits(String id, Case refused) {
        if (id.equals(refused.model())) {
            return false;
        }
        Optional<ModelFacts> facts = context.models().find(id);
        boolean gone = facts.flatMap(ModelFacts::shutdown)
                .filter(day -> !day.isAfter(context.today().plusDays(context.failWithin())))
                .isPresent();
        boolean unknown = refused.reference().operation().equals("unknown");
        boolean answers = unknown
                || facts.flatMap(f -> context.models()
                                .answers(f.kind(), refused.reference().operation()))
                        .orElse(true);
        boolean sameKind = facts.isEmpty()
                || refused.facts().isEmpty()
                || !unknown
                || facts.get().kind().equals(refused.facts().get().kind());
        return !gone && answers && sameKind;
    }

    /** Ids of the same family: the longest shared run of segments; of snapshots and their alias the alias. */
    private static List<String> relatives(String model, List<String> usable) {
        String[] wanted = model.split("-");
        int best = 2;
        List<String> found = List.of();
        for (String id : usable) {
            int shared = shared(wanted, id.split("-"));
            if (shared > best) {
                best = shared;
                found = List.of(id);
            } else if (shared == best) {
                found = Stream.concat(found.stream(), Stream.of(id)).toList();
            }
        }
        int shortest = found.stream().mapToInt(String::length).min().orElse(0);
        List<String> plain =
                found.stream().filter(id -> id.length() == shortest).toList();
        return plain.size() == 1 ? plain : found;
    }

    private static int shared(String[] a, String[] b) {
        int n = 0;
        while (n < a.length && n < b.length && a[n].equals(b[n])) {
            n++;
        }
        return n;
    }

    private static String listed(Collection<String> ids) {
        String text = String.join(", ", ids.stream().limit(LISTED).toList());
        return ids.size() > LISTED ? text + " and " + (ids.size() - LISTED) + " more" : text;
    }
}
