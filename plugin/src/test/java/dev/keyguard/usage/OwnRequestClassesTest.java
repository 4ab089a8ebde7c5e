package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project's own small client: request classes, an interface or class that posts them, code elsewhere that makes them. */
final class OwnRequestClassesTest {
    private static final String INTERFACE = """
            package app.client;
            import app.dto.SpeechRequest;
            import org.springframework.web.service.annotation.PostExchange;
            public interface SpeechClient {
                @PostExchange("/v1/audio/speech")
                byte[] speak(SpeechRequest request);
            }
            """;
    private static final String CONFIGURATION = """
            package app.client;
            import org.springframework.beans.factory.annotation.Value;
            class ClientConfiguration {
                @Bean
                SpeechClient client(@Value("${voice.base-url}") String url, @Value("${VOICE_KEY}") String key) {
                    RestClient rest = RestClient.builder()
                            .baseUrl(url)
                            .defaultHeader("Authorization", "Bearer %s".formatted(key))
                            .build();
                    return factory(rest).createClient(SpeechClient.class);
                }
            }
            """;
    private static final String RECORD = """
            package app.dto;
            public record SpeechRequest(String model, String input, String voice) {}
            """;
    private static final String SERVICE = """
            package app.service;
            import app.client.SpeechClient;
            import app.dto.SpeechRequest;
            class Speaker {
                private static final String MODEL = "tts-1-hd";
                private final SpeechClient client;
                Speaker(SpeechClient client) {
                    this.client = client;
                }
                byte[] say(String text) {
                    return client.speak(new SpeechRequest(MODEL, text, "alloy"));
                }
            }
            """;
    private static final String LOMBOK = """
            package app.dto;
            import lombok.Builder;
            import lombok.Data;
            @Data
            @Builder
            public class SpeechRequest {
                private String model;
                private String input;
                private String voice;
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aRecordMadeInAFileThatSpeaksOfNothingElse() {
        Scanned scanned = Scanned.in(
                folder,
                "src/main/java/app/client/SpeechClient.java",
                INTERFACE,
                "src/main/java/app/client/ClientConfiguration.java",
                CONFIGURATION,
                "src/main/java/app/dto/SpeechRequest.java",
                RECORD,
                "src/main/java/app/service/Speaker.java",
                SERVICE,
                "src/main/resources/application.properties",
                "voice.base-url=https://api.openai.com");
        assertThat(scanned.models())
                .containsExactly("tts-1-hd src/main/java/app/service/Speaker.java:5 openai VOICE_KEY");
    }

    @Test
    void aBuilderThatLombokMakes() {
        Scanned scanned = Scanned.in(
                folder,
                "src/main/java/app/client/SpeechClient.java",
                INTERFACE,
                "src/main/java/app/dto/SpeechRequest.java",
                LOMBOK,
                "src/main/java/app/service/Speaker.java",
                SERVICE.replace(
                        "new SpeechRequest(MODEL, text, \"alloy\")",
                        "SpeechRequest.builder().model(MODEL).input(text).build()"));
        assertThat(scanned.models()).containsExactly("tts-1-hd src/main/java/app/service/Speaker.java:5 unknown -");
    }

    @Test
    void aBuilderWrittenByHand() {
        Scanned scanned = Scanned.in(
                folder,
                "src/main/java/app/client/SpeechClient.java",
                INTERFACE,
                "src/main/java/app/dto/SpeechRequest.java",
                """
                package app.dto;
                public class SpeechRequest {
                    private final String model;
                    private final String input;
                    private SpeechRequest(Builder builder) {
                        this.model = builder.model;
                        this.input = builder.input;
                    }
                    public static Builder builder() {
                        return new Builder();
                    }
                    public static class Builder {
                        private String model;
                        private String input;
                        public Builder model(String model) {
                            this.model = model;
                            return this;
                        }
                        public Builder input(String input) {
                            this.input = input;
                            return this;
                        }
                        public SpeechRequest build() {
                            return new SpeechRequest(this);
                        }
                    }
                }
                """,
                "src/main/java/app/service/Speaker.java",
                SERVICE.replace(
                        "new SpeechRequest(MODEL, text, \"alloy\")",
                        "SpeechRequest.builder().model(MODEL).input(text).build()"));
        assertThat(scanned.models()).containsExactly("tts-1-hd src/main/java/app/service/Speaker.java:5 unknown -");
    }

    @Test
    void settersOfTheObjectThatIsSent() {
        Scanned scanned = Scanned.in(
                folder,
                "src/main/java/app/client/SpeechClient.java",
                INTERFACE,
                "src/main/java/app/dto/SpeechRequest.java",
                LOMBOK.replace("@Builder\n", ""),
                "src/main/java/app/service/Speaker.java",
                SERVICE.replace("return client.speak(new SpeechRequest(MODEL, text, \"alloy\"));", """
                        SpeechRequest request = new SpeechRequest();
                        request.setModel(MODEL);
                        return client.speak(request);"""));
        assertThat(scanned.models()).containsExactly("tts-1-hd src/main/java/app/service/Speaker.java:5 unknown -");
    }

    @Test
    void aClassThatIsNotSentIsNoRequest() {
        Scanned scanned = Scanned.in(
                folder,
                "src/main/java/app/client/SpeechClient.java",
                INTERFACE.replace("SpeechRequest", "Other"),
                "src/main/java/app/dto/SpeechRequest.java",
                RECORD,
                "src/main/java/app/service/Printer.java",
                """
                package app.service;
                import app.dto.SpeechRequest;
                class Printer {
                    SpeechRequest print() {
                        return new SpeechRequest("laser-9", "tray", "loud");
                    }
                }
                """);
        assertThat(scanned.models()).isEmpty();
    }

    @Test
    void theOnlyKeyOfTheModuleIsAssumed() {
        Scanned scanned = Scanned.in(folder, "src/main/java/app/Asker.java", """
                package app;
                class Asker {
                    String body() {
                        return "{\\"model\\": \\"gpt-4o\\", \\"messages\\": []}";
                    }
                }
                """, "src/main/java/app/Sender.java", """
                package app;
                class Sender {
                    Request request(String body) {
                        return new Request.Builder().url("https://api.openai.com/v1/chat/completions")
                            .header("Authorization", "Bearer " + System.getenv("ASK_KEY")).post(body).build();
                    }
                }
                """);
        assertThat(scanned.models()).containsExactly("gpt-4o src/main/java/app/Asker.java:4 openai ASK_KEY");
        assertThat(scanned.inventory().references().get(0).key().assumed()).isTrue();
        assertThat(scanned.inventory().references().get(0).endpoint().assumed()).isTrue();
    }
}
