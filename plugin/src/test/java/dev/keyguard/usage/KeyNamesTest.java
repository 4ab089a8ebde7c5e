package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where keys are looked up, and what they are called. */
final class KeyNamesTest {
    @TempDir
    Path folder;

    @Test
    void aNameHeldInALocalVariable() {
        Scanned scanned = Scanned.in(folder, "src/test/java/MixedIT.java", """
                class MixedIT {
                    static String apiKey;

                    static void setUp() {
                        String keyIdEnv = "MIXEDBREAD_API_KEY";
                        apiKey = System.getenv(keyIdEnv);
                        String other = "JAVA_HOME";
                        System.getenv(other);
                    }
                }
                """);
        assertThat(scanned.keys())
                .containsExactly("MIXEDBREAD_API_KEY src/test/java/MixedIT.java:6 env other:mixedbread");
    }

    @Test
    void aWrapperAroundTheConfigurationIsALookUp() {
        Scanned scanned = Scanned.in(folder, "src/main/java/AppConfig.java", """
                import org.apache.commons.configuration2.Configuration;

                class AppConfig {
                    static final String LLM_KEY = "app.llm.key";
                    private Configuration config;

                    void init(Configuration loaded) {
                        for (String key : loaded.names()) {
                            config.setProperty(key, expand(loaded.getProperty(key)));
                        }
                    }

                    String expand(Object entry) {
                        return entry.toString();
                    }

                    String getString(String key, String fallback) {
                        return config.getString(key, fallback);
                    }
                }
                """, "src/main/java/Chat.java", """
                import java.util.HashMap;
                import java.util.Map;

                class Chat {
                    AppConfig appConfig;

                    void send(String apiKey, java.util.function.Function<String, String> http) {
                        apiKey = appConfig.getString(AppConfig.LLM_KEY, apiKey);
                        Map<String, Object> body = new HashMap<>();
                        body.put("model", appConfig.getString("app.llm.model", "gpt-4o"));
                        body.put("messages", "hi");
                        Map<String, String> headers = new HashMap<>();
                        headers.put("Authorization", "Bearer " + apiKey);
                        http.apply("https://api.openai.com/v1/chat/completions");
                    }
                }
                """);
        assertThat(scanned.models())
                .containsExactly(
                        "? src/main/java/AppConfig.java:18 openai app.llm.key",
                        "gpt-4o src/main/java/Chat.java:10 openai app.llm.key");
        assertThat(scanned.keys().get(0)).isEqualTo("app.llm.key src/main/java/AppConfig.java:18 property openai");
        assertThat(scanned.keys()).noneMatch(key -> key.startsWith("getString") || key.startsWith("expand"));
    }

    @Test
    void aConfigurationClassOfALibraryNobodyKnows() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Bot.java", """
                import com.openai.client.okhttp.OpenAIOkHttpClient;
                import com.acme.conf.ServiceSettings;

                class Bot {
                    Object client = OpenAIOkHttpClient.builder().apiKey(ServiceSettings.get("bot.openai.secret")).build();
                    Object other = OpenAIOkHttpClient.builder().apiKey(Shelf.get("bot.openai.secret")).build();
                }
                """);
        assertThat(scanned.keys()).containsExactly("bot.openai.secret src/main/java/Bot.java:5 property openai");
    }

    @Test
    void aKeyInTheTreeOfAFile() {
        Scanned scanned = Scanned.in(folder, "src/main/java/KeyFile.java", """
                import com.fasterxml.jackson.databind.JsonNode;

                class KeyFile {
                    String key(JsonNode tree) {
                        tree.get("JAVA_HOME").asText();
                        return tree.get("AZURE_OPENAI_KEY").asText();
                    }
                }
                """);
        assertThat(scanned.keys()).containsExactly("AZURE_OPENAI_KEY src/main/java/KeyFile.java:6 file azure");
    }

    @Test
    void aHeaderThatIsWrittenOut() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Raw.java", """
                import java.util.Map;

                class Raw {
                    void send() {
                        post("https://api.openai.com/v1/chat/completions", Map.of("Authorization", "Bearer sk-fake-key"));
                        log("Bearer token is missing");
                    }
                }
                """, "src/test/java/OwnApiTest.java", """
                class OwnApiTest {
                    void calls() {
                        request().header("Authorization", "Bearer user-1").header("model", "OPENAI_API_KEY");
                    }
                }
                """);
        assertThat(scanned.keys()).containsExactly("hard-coded src/main/java/Raw.java:5 literal openai");
    }

    @Test
    void whatFromEnvReadsDependsOnTheProvider() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Azure.java", """
                import com.azure.identity.AuthenticationUtil;
                import com.azure.identity.DefaultAzureCredentialBuilder;
                import com.openai.azure.AzureOpenAIServiceVersion;
                import com.openai.client.OpenAIClient;
                import com.openai.client.okhttp.OpenAIOkHttpClient;
                import com.openai.credential.BearerTokenCredential;
                import com.openai.models.chat.completions.ChatCompletionCreateParams;

                class Azure {
                    void version() {
                        OpenAIClient client = OpenAIOkHttpClient.builder()
                                .fromEnv()
                                .azureServiceVersion(AzureOpenAIServiceVersion.latestStableVersion())
                                .build();
                        client.chat().completions().create(
                                ChatCompletionCreateParams.builder().model("one").build());
                    }

                    void entra() {
                        OpenAIClient client = OpenAIOkHttpClient.builder()
                                .fromEnv()
                                .credential(BearerTokenCredential.create(AuthenticationUtil.getBearerTokenSupplier(
                                        new DefaultAzureCredentialBuilder().build(), "https://cognitiveservices.azure.com/.default")))
                                .build();
                        client.chat().completions().create(
                                ChatCompletionCreateParams.builder().model("two").build());
                    }

                    void plain() {
                        OpenAIClient client = OpenAIOkHttpClient.builder().fromEnv().build();
                        client.chat().completions().create(
                                ChatCompletionCreateParams.builder().model("three").build());
                    }
                }
                """);
        assertThat(scanned.models())
                .containsExactly(
                        "one src/main/java/Azure.java:16 azure AZURE_OPENAI_KEY",
                        "two src/main/java/Azure.java:26 azure -",
                        "three src/main/java/Azure.java:32 openai OPENAI_API_KEY");
        assertThat(scanned.keys())
                .contains(
                        "AZURE_OPENAI_KEY src/main/java/Azure.java:12 implicit-env azure",
                        "OPENAI_API_KEY src/main/java/Azure.java:30 implicit-env openai");
    }

    @Test
    void aStubThatGivesAKey() {
        Scanned scanned = Scanned.in(folder, "src/test/java/MockedTest.java", """
                import dev.langchain4j.model.openai.OpenAiChatModel;

                class MockedTest {
                    void mocks(Settings settings) {
                        when(settings.apiKey()).thenReturn("test-api-key");
                        when(settings.name()).thenReturn("chat");
                    }
                }
                """);
        assertThat(scanned.keys()).containsExactly("hard-coded src/test/java/MockedTest.java:5 literal unknown");
    }
}
