package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a framework's starter asks for by itself, and with which client its own classes speak. */
final class FrameworkDefaultsTest {
    private static final String POM = """
            <project><modelVersion>4.0.0</modelVersion>
              <groupId>app</groupId><artifactId>app</artifactId><version>1</version>
              <dependencies><dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
              </dependency></dependencies></project>
            """;
    private static final String RETRIEVER = """
            import dev.langchain4j.model.embedding.EmbeddingModel;
            class Retriever {
                Retriever(EmbeddingModel model) {}
            }
            """;
    private static final String QUARKUS =
            POM.formatted("io.quarkiverse.langchain4j", "quarkus-langchain4j-openai", "1.1.0");
    private static final String SPRING =
            POM.formatted("org.springframework.ai", "spring-ai-starter-model-openai", "1.1.0");

    @TempDir
    Path folder;

    @Test
    void aStarterThatIsToldNoModelBringsItsOwn() {
        Scanned scanned = Scanned.in(folder, "pom.xml", QUARKUS, "src/main/java/Retriever.java", RETRIEVER);
        assertThat(scanned.models()).singleElement().asString().startsWith("text-embedding-ada-002 ");
    }

    @Test
    void anEmbeddingModelInTheProcessTakesItsPlace() {
        Scanned scanned = Scanned.in(
                folder,
                "pom.xml",
                QUARKUS,
                "src/main/resources/application.properties",
                "quarkus.langchain4j.embedding-model.provider="
                        + "dev.langchain4j.model.embedding.onnx.bgesmallenq.BgeSmallEnQuantizedEmbeddingModel",
                "src/main/java/Retriever.java",
                RETRIEVER);
        assertThat(scanned.models()).isEmpty();
    }

    @Test
    void namingTheStarterItselfChangesNothing() {
        Scanned scanned = Scanned.in(
                folder,
                "pom.xml",
                SPRING,
                "src/main/resources/application.properties",
                "spring.ai.model.embedding=openai",
                "src/main/java/Retriever.java",
                RETRIEVER.replace("dev.langchain4j.model", "org.springframework.ai"));
        assertThat(scanned.models()).singleElement().asString().startsWith("text-embedding-ada-002 ");
    }

    @Test
    void noneAtAllIsNone() {
        Scanned scanned = Scanned.in(
                folder,
                "pom.xml",
                SPRING,
                "src/main/resources/application.properties",
                "spring.ai.model.embedding=none",
                "src/main/java/Retriever.java",
                RETRIEVER.replace("dev.langchain4j.model", "org.springframework.ai"));
        assertThat(scanned.models()).isEmpty();
    }

    @Test
    void theVariableOfTheFirstKeyPropertyIsTheImpliedOne() {
        Scanned scanned = Scanned.in(
                folder,
                "pom.xml",
                SPRING,
                "src/main/java/Retriever.java",
                RETRIEVER.replace("dev.langchain4j.model", "org.springframework.ai"));
        assertThat(scanned.models()).singleElement().asString().endsWith("openai SPRING_AI_OPENAI_API_KEY");
    }

    @Test
    void optionsOfTheFrameworkGoToTheOnlyProviderThereIs() {
        Scanned scanned = Scanned.in(
                folder,
                "pom.xml",
                SPRING,
                "src/main/resources/application.properties",
                "spring.ai.openai.api-key=${CHAT_KEY}",
                "src/main/java/Chat.java",
                """
                import org.springframework.ai.chat.client.ChatClient;
                import org.springframework.ai.chat.prompt.ChatOptions;
                class Chat {
                    private final ChatClient client;
                    Chat(ChatClient.Builder builder) {
                        client = builder.build();
                    }
                    String ask(String question) {
                        return client.prompt(question).options(ChatOptions.builder().model("gpt-4.1").build()).call().content();
                    }
                }
                """);
        assertThat(scanned.models()).contains("gpt-4.1 src/main/java/Chat.java:9 openai CHAT_KEY");
    }

    @Test
    void withTwoProvidersNobodyCanTell() {
        Scanned scanned = Scanned.in(
                folder,
                "pom.xml",
                SPRING.replace(
                        "</dependencies>",
                        "<dependency><groupId>org.springframework.ai</groupId>"
                                + "<artifactId>spring-ai-starter-model-mistral-ai</artifactId>"
                                + "<version>1.1.0</version></dependency></dependencies>"),
                "src/main/java/Chat.java",
                """
                import org.springframework.ai.chat.prompt.ChatOptions;
                class Chat {
                    Object options() {
                        return ChatOptions.builder().model("gpt-4.1").build();
                    }
                }
                """);
        assertThat(scanned.models()).contains("gpt-4.1 src/main/java/Chat.java:4 unknown -");
    }
}
