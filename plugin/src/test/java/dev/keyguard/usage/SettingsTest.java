package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that say provider, model, key and endpoint in one group. */
final class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void dottedPropertiesOfABuilderInAFileWithoutAnyLibrary() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Templates.java", """
                class Templates {
                    Template chat(Template template) {
                        return template
                            .property("provider.type", "openai")
                            .property("provider.openai.authentication.apiKey", System.getenv("CHAT_SECRET"))
                            .property("provider.openai.model.model", "gpt-4o");
                    }
                }
                """);
        assertThat(scanned.models()).containsExactly("gpt-4o src/main/java/Templates.java:6 openai CHAT_SECRET");
        assertThat(scanned.keys()).containsExactly("CHAT_SECRET src/main/java/Templates.java:5 env openai");
    }

    @Test
    void anEndpointInTheGroupDecidesTheService() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Templates.java", """
                class Templates {
                    Template chat(Template template) {
                        return template
                            .property("provider.type", "openaiCompatible")
                            .property("provider.openaiCompatible.endpoint", "https://api.groq.com/openai/v1")
                            .property("provider.openaiCompatible.model.model", "llama-3.3-70b-versatile");
                    }
                }
                """);
        assertThat(scanned.models())
                .containsExactly("llama-3.3-70b-versatile src/main/java/Templates.java:6 other:groq -");
    }

    @Test
    void aDottedModelWithoutAProviderIsNone() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Cars.java", """
                class Cars {
                    void fill(Form form) {
                        form.property("car.brand", "acme").property("car.model", "roadster");
                    }
                }
                """);
        assertThat(scanned.models()).isEmpty();
    }

    @Test
    void aServerOfTheTestIsNoProvider() {
        Scanned scanned = Scanned.in(folder, "src/test/java/StubbedTest.java", """
                import okhttp3.mockwebserver.MockWebServer;

                class StubbedTest {
                    MockWebServer server = new MockWebServer();

                    Template chat(Template template) {
                        return template
                            .property("provider.type", "openai")
                            .property("provider.openai.baseUrl", server.url("/v1").toString())
                            .property("provider.openai.model", "gpt-4o");
                    }
                }
                """);
        assertThat(scanned.models()).containsExactly("gpt-4o src/test/java/StubbedTest.java:10 other:localhost -");
    }

    @Test
    void aMapSaysProviderAndModelUnderNamesOfConstants() {
        Scanned scanned = Scanned.in(folder, "src/test/java/Names.java", """
                class Names {
                    static final String API_TYPE_CONF = "apiType";
                    static final String ENDPOINT_CONF = "endpoint";
                    enum Type { AZURE, OPENAI }
                }
                """, "src/test/java/AzureIT.java", """
                import java.util.Map;

                class AzureIT {
                    static final String KEY = System.getenv("CHAT_SECRET");

                    Map<String, Object> parameters(String url) {
                        return Map.of(
                            "apiKey", KEY,
                            "conf", Map.of(
                                Names.ENDPOINT_CONF, url,
                                Names.API_TYPE_CONF, Names.Type.AZURE.name(),
                                "model", "chat-deployment"));
                    }

                    Map<String, Object> car() {
                        return Map.of("brand", "acme", "type", "roadster", "model", "s2");
                    }
                }
                """);
        assertThat(scanned.models()).containsExactly("chat-deployment src/test/java/AzureIT.java:12 azure CHAT_SECRET");
    }

    @Test
    void settingsOfAFrameworkThatNobodyKnowsInResourcesOfTests() {
        Scanned scanned = Scanned.in(
                folder,
                "pom.xml",
                "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId>"
                        + "<version>1</version></project>",
                "src/test/resources/application-it.yml",
                """
                acme:
                  process-test:
                    secrets:
                      OPENAI_API_KEY: ${OPENAI_API_KEY}
                    judge:
                      chat-model:
                        provider: openai
                        api-key: ${JUDGE_KEY}
                        model: gpt-5-nano
                  engine:
                    type: v8
                    model: turbo
                """);
        assertThat(scanned.models())
                .containsExactly("gpt-5-nano src/test/resources/application-it.yml:9 openai JUDGE_KEY");
        assertThat(scanned.keys())
                .containsExactly(
                        "OPENAI_API_KEY src/test/resources/application-it.yml:4 property openai",
                        "JUDGE_KEY src/test/resources/application-it.yml:8 property openai");
    }

    @Test
    void bothHalvesOfACredential() {
        Scanned scanned = Scanned.in(folder, "src/test/java/BedrockIT.java", """
                @SpringBootTest(properties = {
                    "judge.provider=amazon-bedrock",
                    "judge.model=eu.anthropic.claude-haiku",
                    "judge.credentials.access-key=${BEDROCK_ACCESS:NOT_SET}",
                    "judge.credentials.secret-key=${BEDROCK_SECRET:NOT_SET}"
                })
                class BedrockIT {}
                """);
        assertThat(scanned.keys())
                .containsExactly(
                        "BEDROCK_ACCESS src/test/java/BedrockIT.java:4 env other:aws-bedrock",
                        "BEDROCK_SECRET src/test/java/BedrockIT.java:5 env other:aws-bedrock");
    }
}
