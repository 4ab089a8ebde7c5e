package dev.keyguard.rule;

import dev.keyguard.access.Refusal.Meaning;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.usage.ConfigurationNote.Kind;
import dev.keyguard.usage.KeyUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For each rule the example on its page: what stands there is what this run says. */
final class RuleScenarios {
    private static final String CHAT = "src/main/java/demo/Chat.java";

    private RuleScenarios() {}

    static Map<String, Run> all() {
        return Map.ofEntries(
                Map.entry("model-not-accessible", gpt4o().listed("gpt-4o-mini", "gpt-5-mini")),
                Map.entry(
                        "model-shut-down",
                        Run.usual().usualKey().model("gpt-3.5-turbo", CHAT, 12).listed("gpt-5-mini")),
                Map.entry(
                        "model-shutting-down",
                        Run.usual().usualKey().model("gpt-4.1", CHAT, 12).listed("gpt-4.1", "gpt-5-mini")),
                Map.entry(
                        "model-unknown",
                        Run.usual().usualKey().model("gpt4o-mini", CHAT, 12).listed("gpt-4o-mini")),
                Map.entry(
                        "model-wrong-operation",
                        Run.usual().usualKey().model("o3-pro", CHAT, 12).listed("o3-pro")),
                Map.entry("key-rejected", gpt4o().refused(Meaning.KEY_INVALID, "Incorrect API key provided")),
                Map.entry(
                        "key-scope",
                        gpt4o().refused(
                                        Meaning.KEY_SCOPE,
                                        "You have insufficient permissions. Missing scopes: model.request")),
                Map.entry("key-missing", gpt4o().notAsked(true)),
                Map.entry("key-hardcoded", Run.usual().key(literal(false))),
                Map.entry("key-placeholder", Run.usual().key(literal(true))),
                Map.entry(
                        "key-unbound",
                        Run.usual()
                                .key(new KeyUse(
                                        "OPENAI_KEY_OLD",
                                        KeyUse.Via.ENV,
                                        new Place(CHAT, 12, 20),
                                        List.of(),
                                        List.of(),
                                        "openai",
                                        "openai-java",
                                        Scope.MAIN,
                                        "demo",
                                        false,
                                        Optional.empty()))),
                Map.entry("endpoint-wrong", gpt4o().refused(Meaning.CONFIG_BASE_URL, "404 page not found")),
                Map.entry(
                        "organization-mismatch",
                        gpt4o().refused(
                                        Meaning.CONFIG_ORG_MISMATCH,
                                        "OpenAI-Organization header should match organization for API key")),
                Map.entry(
                        "configuration-unresolved",
                        Run.usual().note(Kind.UNRESOLVED, "chat.model", "ChatService reads it with @Value")),
                Map.entry(
                        "configuration-dead",
                        Run.usual()
                                .note(
                                        Kind.DEAD,
                                        "spring.ai.openai.model",
                                        "Spring AI reads spring.ai.openai.chat.options.model")),
                Map.entry(
                        "model-implicit",
                        Run.usual()
                                .usualKey()
                                .model("gpt-4o-mini", r -> r.implicit("spring-ai-openai 1.0.0"))
                                .listed("gpt-4o-mini")),
                Map.entry(
                        "model-dynamic",
                        Run.usual().usualKey().model(null, r -> r.dynamic("it comes from a request parameter"))),
                Map.entry("model-hardcoded", gpt4o().listed("gpt-4o")),
                Map.entry(
                        "permission-denied-unhandled",
                        Run.usual()
                                .note(
                                        Kind.UNHANDLED_PERMISSION_DENIED,
                                        "com.openai.errors.PermissionDeniedException",
                                        "")),
                Map.entry("parse-failed", Run.usual().problem(CHAT, "a closing brace is missing in line 40")),
                Map.entry("suppression-unused", Run.usual().comment(CHAT, 12, "key-hardcoded only a fake", false)));
    }

    private static Run gpt4o() {
        return Run.usual().usualKey().model("gpt-4o", CHAT, 12);
    }

    private static KeyUse literal(boolean placeholder) {
        Place place = new Place(CHAT, 12, 30);
        return new KeyUse(
                "hard-coded",
                KeyUse.Via.LITERAL,
                place,
                List.of(place),
                List.of(),
                "openai",
                "openai-java",
                Scope.MAIN,
                "demo",
                placeholder,
                placeholder ? Optional.empty() : Optional.of("sk-proj-…abcd"));
    }
}
