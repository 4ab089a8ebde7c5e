package dev.keyguard.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RawHttpTest {
    private static final RawHttp HTTP = RawHttp.bundled();

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1/chat/completions, chat",
        "/v1/completions, completion",
        "https://api.openai.com/v1/responses, responses",
        "https://x.openai.azure.com/openai/deployments/d/chat/completions?api-version=1, chat",
        "https://api.openai.com/v1/images/generations, image",
        "https://api.openai.com/v1/embeddings/, embedding"
    })
    void pathsTellTheOperation(String url, String operation) {
        assertThat(HTTP.operationOf(url)).contains(operation);
    }

    @Test
    void otherPathsTellNothing() {
        assertThat(HTTP.operationOf("https://example.com/responsesheet")).isEmpty();
        assertThat(HTTP.operationOf("")).isEmpty();
    }

    @Test
    void headersAreComparedWithoutCase() {
        assertThat(HTTP.keyHeader("authorization"))
                .get()
                .extracting(RawHttp.KeyHeader::prefix)
                .isEqualTo("Bearer ");
        assertThat(HTTP.keyHeader("API-Key").orElseThrow().service()).contains("azure");
        assertThat(HTTP.keyHeader("Content-Type")).isEmpty();
        assertThat(HTTP.isOrganizationHeader("openai-organization")).isTrue();
    }

    @Test
    void aModelMemberNeedsCompany() {
        assertThat(HTTP.isModelKey("model")).isTrue();
        assertThat(HTTP.isModelKey("colour")).isFalse();
        assertThat(HTTP.isEvidenceKey("messages")).isTrue();
        assertThat(HTTP.isEvidenceKey("model")).isFalse();
    }
}
