package dev.keyguard.source.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.sdk.KeyShapes;
import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeRef;
import dev.keyguard.source.config.ConfigEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretGuardTest {
    private static final Place PLACE = new Place("A.java", 1, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-fake-canary-do-not-use",
                "Bearer sk-fake-0123456789",
                "curl -H 'x: gsk_fake0123456789abcdef'",
                "0123456789abcdef0123456789abcdef",
                "00000000-1111-2222-3333-444444444444",
            })
    void textsThatLookLikeKeys(String text) {
        assertThat(trips(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4o-mini-2024-07-18",
                "text-embedding-3-small",
                "OPENAI_API_KEY",
                "https://api.openai.com/v1/chat/completions",
                "src/main/java/dev/langchain4j/model/openai/OpenAiChatModel.java",
                "risk-assessment-of-the-task-list",
                "shouldReturnTheModelNameWhenAskedTwice2For404NotFound",
                "You are a helpful assistant that answers in 3 sentences.",
            })
    void textsThatDoNot(String text) {
        assertThat(trips(text)).isFalse();
    }

    @Test
    void anyTextWhereAKeyBelongs() {
        assertThat(trips(call("apiKey", "plain-words-as-key"))).isTrue();
        assertThat(trips(call("header", "Authorization", "plain-words-as-key"))).isTrue();
        assertThat(trips(new Expr.New(
                        TypeRef.of("AzureKeyCredential"),
                        List.of(literal("plain-words-as-key")),
                        Optional.empty(),
                        PLACE)))
                .isTrue();
        assertThat(trips(new Statement.Local(
                        "secretKey",
                        TypeRef.of("String"),
                        Optional.of(literal("plain-words-as-key")),
                        List.of(),
                        0,
                        PLACE)))
                .isTrue();
        assertThat(trips(entry("openai.api-key", "plain-words-as-key"))).isTrue();
        assertThat(trips(entry("openai.api-key", "${OPENAI_API_KEY:plain-words-as-key}")))
                .isTrue();
    }

    @Test
    void butNoNamesAndPlaceholders() {
        assertThat(trips(call("getenv", "OPENAI_API_KEY"))).isFalse();
        assertThat(trips(call("apiKey", "demo"))).isFalse();
        assertThat(trips(call("header", "Authorization", "Bearer "))).isFalse();
        assertThat(trips(call("model", "plain-words"))).isFalse();
        assertThat(trips(call("containsKey", "description-of-it"))).isFalse();
        assertThat(trips(entry("output-key", "categories"))).isFalse();
        assertThat(trips(entry("output-key", "category-0123456789"))).isTrue();
        assertThat(trips(entry("openai.api-key", "${OPENAI_API_KEY}"))).isFalse();
        assertThat(trips(entry("openai.api-key", "${OPENAI_API_KEY:}"))).isFalse();
        assertThat(trips(entry("openai.chat.options.model", "gpt-4o"))).isFalse();
        assertThat(trips(entry("chat.max-tokens", "500"))).isFalse();
    }

    private static boolean trips(Object seen) {
        SecretGuard guard = new SecretGuard(KeyShapes.bundled());
        guard.accept(seen);
        return guard.tripped();
    }

    private static Expr literal(String text) {
        return new Expr.Literal(Expr.Literal.Kind.STRING, Optional.of(text), PLACE);
    }

    private static Expr call(String name, String... arguments) {
        return new Expr.Call(
                Optional.empty(),
                name,
                java.util.Arrays.stream(arguments).map(SecretGuardTest::literal).toList(),
                PLACE);
    }

    private static ConfigEntry entry(String key, String value) {
        return new ConfigEntry(key, value, PLACE, PLACE, Optional.empty(), 0);
    }
}
