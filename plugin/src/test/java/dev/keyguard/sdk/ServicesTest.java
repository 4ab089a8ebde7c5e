package dev.keyguard.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServicesTest {
    private static final Services SERVICES = Services.bundled();

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, openai",
        "https://API.OpenAI.com./v1, openai",
        "https://eu.api.openai.com/v1, openai",
        "https://api.openai.com:443/v1, openai",
        "api.openai.com, openai",
        "https://my-resource.openai.azure.com/, azure",
        "https://%s.openai.azure.com, azure",
        "'https://${RESOURCE}.openai.azure.com', azure",
        "https://models.inference.ai.azure.com, other:github-models",
        "https://api.groq.com/openai, other:groq",
        "http://localhost:11434/v1, other:ollama",
        "http://ollama:11434, other:ollama",
        "http://localhost:1234/v1, other:lm-studio",
        "https://us-central1-aiplatform.googleapis.com/v1, other:google-vertex",
        "https://bedrock-runtime.us-east-1.amazonaws.com, other:aws-bedrock",
        "https://gateway.example.com/openai/v1, other:gateway.example.com",
        "http://localhost:8080/v1, other:localhost:8080"
    })
    void hostsTellTheService(String baseUrl, String service) {
        assertThat(SERVICES.serviceOf(baseUrl)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gateway.example.com/api.openai.com/v1",
                "https://api.openai.com@example.com/v1",
                "https://example.com\\@api.openai.com/v1",
                "https://api.openai.com.example.com/v1",
                "https://xapi.openai.com/v1",
                "https://api.openai.com:8443/v1",
                "http://api.openai.com/v1"
            })
    void whatOnlyLooksLikeOpenAiIsNot(String baseUrl) {
        assertThat(SERVICES.isOpenAi(baseUrl)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "${BASE_URL}", "https://${HOST}/v1", "%s", "/v1/chat", "not a url", "https://"})
    void withoutAHostNothingIsKnown(String baseUrl) {
        assertThat(SERVICES.serviceOf(baseUrl)).isEmpty();
    }

    @Test
    void namesOfVariablesTellTheService() {
        assertThat(SERVICES.keyNames("openai").get(0)).isEqualTo("OPENAI_API_KEY");
        assertThat(SERVICES.serviceOfKeyName("openai.api-key")).contains("openai");
        assertThat(SERVICES.serviceOfKeyName("GROQ_API_KEY")).contains("other:groq");
        assertThat(SERVICES.serviceOfKeyName("API_KEY")).isEmpty();
        assertThat(SERVICES.serviceOfBaseUrlName("OLLAMA_BASE_URL")).contains("other:ollama");
    }
}
