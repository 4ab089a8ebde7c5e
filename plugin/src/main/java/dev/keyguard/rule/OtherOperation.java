package dev.keyguard.rule;

import java.util.List;

/** What to do about a model that is asked for the wrong thing: another call, or another model. */
final class OtherOperation {
    private static final List<String> OPERATIONS = List.of(
            "responses",
            "chat",
            "embedding",
            "image",
            "speech",
            "transcription",
            "moderation",
            "realtime",
            "completion");

    private final RuleContext context;

    OtherOperation(RuleContext context) {
        this.context = context;
    }

    Remedy remedy(Case wrong, Replacements replacements) {
        List<String> possible = wrong.facts().stream()
                .flatMap(facts -> OPERATIONS.stream()
                        .filter(operation -> context.models()
                                .answers(facts.kind(), operation)
                                .orElse(false)))
                .toList();
        Remedy other = replacements.forRefused(wrong);
        if (possible.isEmpty()) {
            return other;
        }
        String text = "Call it through " + String.join(" or ", possible) + ".";
        return other.replacement()
                .map(id -> Remedy.replace(text + " Or keep the call: " + other.text(), id))
                .orElseGet(() -> Remedy.hint(text, Remedy.MODELS));
    }
}
