package dev.keyguard.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PropertyNameTest {
    @ParameterizedTest
    @CsvSource({
        "spring.ai.openai.api-key, spring.ai.openai.api-key",
        "spring.ai.openai.apiKey, spring.ai.openai.api-key",
        "spring.ai.openai.api_key, spring.ai.openai.api-key",
        "openAi.apiKey, open-ai.api-key",
        "open-ai.api_key, open-ai.api-key",
        "OPENAI_API_KEY, openai-api-key",
        "app.OPENAI_API_KEY, app.openai-api-key",
        "app.baseURL, app.base-url",
        "app.URLPath, app.url-path",
        "langchain4j.openAi.chatModel.modelName, langchain4j.open-ai.chat-model.model-name",
        "gpt4Model, gpt4-model",
        "list[0].apiKey, list[0].api-key",
        "list[10][2], list[10][2]",
        "map[My.Key].x, map[My.Key].x",
        "quarkus.langchain4j.\"m1\".openai.api-key, quarkus.langchain4j.m1.openai.api-key",
        "quarkus.langchain4j.\"m.1\".openai, quarkus.langchain4j.\"m.1\".openai",
        "a..b, a.b",
        "MODEL, model",
    })
    void canonicalForm(String spelt, String canonical) {
        assertThat(PropertyName.of(spelt).canonical()).isEqualTo(canonical);
        assertThat(PropertyName.of(canonical).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open-ai.api-key", "openAi.apiKey", "openai.apikey", "OpenAI.API_KEY", "open_ai.api_key"})
    void springBindsTheseToTheSameProperty(String spelt) {
        assertThat(PropertyName.of("open-ai.api-key").matches(spelt)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open.ai.api-key", "open-ai.api.key", "open-ai.api-keys", "open-ai", ""})
    void theseAreOthers(String spelt) {
        assertThat(PropertyName.of("open-ai.api-key").matches(spelt)).isFalse();
    }

    @Test
    void environmentNamesOfAProperty() {
        assertThat(PropertyName.of("spring.ai.openai.api-key").environmentNames())
                .containsExactly("SPRING_AI_OPENAI_APIKEY", "SPRING_AI_OPENAI_API_KEY");
        assertThat(PropertyName.of("my.list[0].apiKey").environmentNames())
                .containsExactly("MY_LIST_0_APIKEY", "MY_LIST_0_API_KEY");
        assertThat(PropertyName.of("model").environmentNames()).containsExactly("MODEL");
    }

    @ParameterizedTest
    @CsvSource({
        "spring.ai.openai.api-key, SPRING_AI_OPENAI_API_KEY, true",
        "spring.ai.openai.api-key, SPRING_AI_OPENAI_APIKEY, true",
        "spring.ai.openai.api-key, spring_ai_openai_api_key, true",
        "quarkus.langchain4j.\"m1\".openai.api-key, QUARKUS_LANGCHAIN4J__M1__OPENAI_API_KEY, true",
        "quarkus.langchain4j.m1.openai.api-key, QUARKUS_LANGCHAIN4J_M1_OPENAI_API_KEY, true",
        "spring.ai.openai.api-key, SPRING_AI_OPEN_AI_API_KEY, false",
        "spring.ai.openai.api-key, OPENAI_API_KEY, false",
        "spring.ai.openai.api-key, SPRING_AI_OPENAI_API_KEYS, false",
    })
    void environmentNamesSetProperties(String property, String variable, boolean expected) {
        PropertyName name = PropertyName.of(property);

        assertThat(name.isNamedBy(variable)).isEqualTo(expected);
        if (expected) {
            assertThat(name.letters()).isEqualTo(PropertyName.lettersOf(variable));
        }
    }

    @Test
    void theNameSpringTakesAVariableFor() {
        assertThat(PropertyName.ofEnvironment("SPRING_AI_OPENAI_APIKEY").canonical())
                .isEqualTo("spring.ai.openai.apikey");
        assertThat(PropertyName.ofEnvironment("__A__B_").canonical()).isEqualTo("a.b");
    }
}
