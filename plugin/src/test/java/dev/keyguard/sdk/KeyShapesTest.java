package dev.keyguard.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys with a live shape are put together here, so that none stands in the sources. */
final class KeyShapesTest {
    private static final KeyShapes SHAPES = KeyShapes.bundled();
    private static final String MARKER = "T3Blbk" + "FJ";
    private static final String PART = "aB3dE5gH7jK9mN1pQ2rS";

    static String[] openAiKeys() {
        String long58 = PART + PART + PART.substring(2);
        return new String[] {
            "sk-" + PART + MARKER + PART,
            "sk-None-" + PART + MARKER + PART,
            "sk-proj-" + PART + MARKER + PART,
            "sk-proj-" + long58 + "_-" + MARKER + long58,
            "sk-svcacct-" + long58 + MARKER + long58,
            "sk-admin-" + long58 + MARKER + long58,
            "sk-backend-" + PART + MARKER + PART
        };
    }

    @ParameterizedTest
    @MethodSource("openAiKeys")
    void openAiKeysLookLive(String key) {
        assertThat(SHAPES.looksLive(key)).isTrue();
        assertThat(SHAPES.isPlaceholder(key)).isFalse();
        assertThat(SHAPES.servicesOf(key)).containsExactly("openai");
        assertThat(SHAPES.hasShapeOf("openai", key)).isTrue();
        assertThat(SHAPES.mask(key)).startsWith("sk-").doesNotContain(MARKER).doesNotContain(PART.substring(0, 6));
    }

    @Test
    void otherProvidersHaveTheirOwnShape() {
        assertThat(SHAPES.servicesOf("sk-" + "0a1b2c3d".repeat(4)))
                .contains("other:deepseek")
                .doesNotContain("openai");
        assertThat(SHAPES.servicesOf("sk-" + "ant-api03-" + PART + PART)).containsExactly("other:anthropic");
        assertThat(SHAPES.servicesOf("gsk" + "_" + PART + PART + "abcd1234")).containsExactly("other:groq");
    }

    @Test
    void aShapelessKeyCountsOnlyWhereItIsBound() {
        String hex = "0a1b2c3d".repeat(4);
        assertThat(SHAPES.looksLive(hex)).isFalse();
        assertThat(SHAPES.hasShapeOf("azure", hex)).isTrue();
        assertThat(SHAPES.hasShapeOf("openai", hex)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "demo",
                "DUMMY",
                "xx",
                "test-key",
                "fake-api-key",
                "unused",
                "not-needed",
                "ignore",
                "NO_API_KEY",
                "sk-1234",
                "your-api-key-here",
                "<YOUR-OPENAI-API-KEY>",
                "sk-your-key",
                "sk-fake-123",
                "sk-...",
                "sk-…",
                "managed-by-genai-locator",
                "${OPENAI_API_KEY}",
                "$(openai.key)",
                "%OPENAI_KEY%",
                "enter-your-api-key",
                "https://api.openai.com/v1",
                "put the key here",
                "sk-xxxxxxxxxxxxxxxxxxxxxxxx",
                "API_KEY",
                "changeme",
                "sk-proj-your-key-goes-here",
                "YOUR_API_KEY",
                "my-secret-key",
                "test-api-key",
                "sk-************"
            })
    void placeholdersAreNoKeys(String text) {
        assertThat(SHAPES.isPlaceholder(text)).isTrue();
        assertThat(SHAPES.looksLive(text)).isFalse();
    }

    @Test
    void aHugeTextIsNotMatched() {
        assertThat(SHAPES.looksLive("sk-" + "a".repeat(100_000))).isFalse();
        assertThat(SHAPES.isPlaceholder("a ".repeat(100_000))).isTrue();
        assertThat(SHAPES.isPlaceholder("-".repeat(400) + "your")).isFalse();
    }

    @Test
    void maskingShowsNothingOfAShortText() {
        assertThat(SHAPES.mask("hunter2")).isEqualTo("… (7 characters)");
    }
}
