package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which client, and with it which service and key, a model goes out with. */
final class BindingTest {
    @TempDir
    Path folder;

    @Test
    void neutralParametersGoWhereTheirClientGoes() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Defaults.java", """
                import dev.langchain4j.model.chat.request.ChatRequestParameters;
                import dev.langchain4j.model.mistralai.MistralAiChatModel;
                import dev.langchain4j.model.openai.OpenAiChatModel;

                class Defaults {
                    void openai() {
                        ChatRequestParameters parameters = ChatRequestParameters.builder().modelName("gpt-4o").build();
                        OpenAiChatModel.builder()
                                .apiKey(System.getenv("OPENAI_API_KEY")).defaultRequestParameters(parameters).build();
                    }

                    void mistral() {
                        ChatRequestParameters parameters = ChatRequestParameters.builder().modelName("mistral-small").build();
                        MistralAiChatModel.builder()
                                .apiKey(System.getenv("MISTRAL_API_KEY")).defaultRequestParameters(parameters).build();
                    }
                }
                """);
        assertThat(scanned.models())
                .containsExactly(
                        "gpt-4o src/main/java/Defaults.java:7 openai OPENAI_API_KEY",
                        "mistral-small src/main/java/Defaults.java:13 other:mistral MISTRAL_API_KEY");
    }

    @Test
    void aBaseUrlThatMayBeNullLeavesTheDefault() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Demo.java", """
                import dev.langchain4j.model.openai.OpenAiChatModel;

                class Demo {
                    static final String KEY = System.getenv("OPENAI_API_KEY");
                    static final String URL = "demo".equals(KEY) ? "http://langchain4j.dev/demo/openai/v1" : null;
                    static final String PROXY = KEY.isEmpty() ? "https://api.groq.com/openai/v1" : "https://api.groq.com/v1";

                    void models() {
                        OpenAiChatModel.builder().apiKey(KEY).baseUrl(URL).modelName("gpt-4o-mini").build();
                        OpenAiChatModel.builder().apiKey(KEY).baseUrl(PROXY).modelName("llama").build();
                    }
                }
                """);
        assertThat(scanned.models())
                .containsExactly(
                        "gpt-4o-mini src/main/java/Demo.java:9 openai OPENAI_API_KEY",
                        "llama src/main/java/Demo.java:10 other:groq OPENAI_API_KEY");
        assertThat(scanned.inventory().references().get(0).endpoint().assumed()).isTrue();
    }

    @Test
    void aFileOfRequestsGoesWithTheCodeThatNamesIt() {
        Scanned scanned = Scanned.in(
                folder,
                "src/main/resources/requests.jsonl",
                """
                {"model": "gpt-4", "messages": [{"role": "user", "content": "Hello"}]}
                """,
                "src/main/resources/other.jsonl",
                """
                {"model": "gpt-4", "messages": [{"role": "user", "content": "Hello"}]}
                """,
                "src/main/java/Batch.java",
                """
                import com.openai.client.okhttp.OpenAIOkHttpClient;

                class Batch {
                    Object client = OpenAIOkHttpClient.fromEnv();
                    Object requests = Batch.class.getResource("requests.jsonl");
                }
                """,
                "src/main/java/Second.java",
                """
                import com.openai.client.okhttp.OpenAIOkHttpClient;

                class Second {
                    Object client = OpenAIOkHttpClient.builder().apiKey(System.getenv("SECOND_KEY")).build();
                }
                """);
        assertThat(scanned.models())
                .containsExactly(
                        "gpt-4 src/main/resources/other.jsonl:1 unknown -",
                        "gpt-4 src/main/resources/requests.jsonl:1 openai OPENAI_API_KEY");
    }

    @Test
    void queriesOfAnotherLanguage() {
        Scanned scanned = Scanned.in(folder, "src/test/java/QueryIT.java", """
                import java.util.Map;

                class QueryIT {
                    static final String KEY = System.getenv("OPENAI_KEY");

                    void asks(Db db) {
                        db.run("CALL ai.query($query, {model: 'gpt-3.5-turbo', retries: $retries, apiKey: $apiKey})",
                                Map.of("query", "Who?", "apiKey", KEY));
                        db.run("CALL ai.openai.embedding(['Some Text'], 'fake-api-key')");
                        db.run("CREATE (c:Car {brand: 'Acme', model: 'Roadster'})");
                        db.run("CALL store.put('fake-api-key', 'some key of mine')");
                    }
                }
                """);
        assertThat(scanned.models()).containsExactly("gpt-3.5-turbo src/test/java/QueryIT.java:7 openai OPENAI_KEY");
        assertThat(scanned.keys())
                .containsExactly(
                        "OPENAI_KEY src/test/java/QueryIT.java:4 env openai",
                        "hard-coded src/test/java/QueryIT.java:9 literal openai");
    }
}
