package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PermissionHandlingTest {
    private static final String OPENAI = """
            import com.openai.client.*;
            import com.openai.client.okhttp.*;
            import com.openai.errors.*;
            import com.openai.models.chat.completions.*;
            class App {
              OpenAIClient client = OpenAIOkHttpClient.fromEnv();
              ChatCompletionCreateParams request = ChatCompletionCreateParams.builder().model("gpt-4o").build();
              %s
            }
            """;

    @TempDir
    Path folder;

    @Test
    void nobodyCatchesIt() {
        assertThat(unhandled("Object ask() { return client.chat().completions().create(request); }"))
                .containsExactly("PermissionDeniedException App.java:8");
        assertThat(unhandled(
                        "void main() { ask(); } Object ask() { return client.chat().completions().create(request); }"))
                .hasSize(1);
        assertThat(unhandled("Object ask() { try { return client.chat().completions().create(request); }"
                        + " catch (IllegalStateException e) { return null; } }"))
                .hasSize(1);
    }

    @Test
    void itIsCaughtOnItsWay() {
        for (String caught :
                List.of("PermissionDeniedException", "RuntimeException", "IllegalStateException | Exception")) {
            assertThat(unhandled("Object ask() { try { return client.chat().completions().create(request); } catch ("
                            + caught + " e) { return null; } }"))
                    .as(caught)
                    .isEmpty();
        }
        assertThat(unhandled("void main() { try { ask(); } catch (Exception e) {} }"
                        + " Object ask() { return client.chat().completions().create(request); }"))
                .isEmpty();
    }

    @Test
    void aFutureOrAnAnnotationLooksAfterIt() {
        assertThat(unhandled("Object ask() { return client.async().chat().completions().create(request)"
                        + ".exceptionally(e -> null); }"))
                .isEmpty();
        assertThat(unhandled("@Fallback(fallbackMethod = \"other\") Object ask() { return"
                        + " client.chat().completions().create(request); }"))
                .isEmpty();
    }

    @Test
    void whoCallsAnOverridingMethodCannotBeSeen() {
        assertThat(unhandled("@Override public Object ask() { return client.chat().completions().create(request); }"))
                .isEmpty();
    }

    @Test
    void aHandlerIsToldOfErrorsAndParametersSendNothing() {
        Scanned scanned = Scanned.in(folder, "App.java", """
                import dev.langchain4j.model.chat.*;
                import dev.langchain4j.model.chat.request.*;
                import dev.langchain4j.model.openai.*;
                class App {
                  StreamingChatModel streaming = OpenAiStreamingChatModel.builder().modelName("gpt-4o").build();
                  void stream(Object handler) { streaming.chat("hello", handler); }
                  ChatModel model(ChatRequestParameters parameters) {
                    return OpenAiChatModel.builder().modelName("gpt-4o").defaultRequestParameters(parameters).build();
                  }
                }
                """);
        assertThat(notes(scanned)).isEmpty();
    }

    private List<String> unhandled(String members) {
        return notes(Scanned.in(folder, "App.java", OPENAI.formatted(members)));
    }

    private static List<String> notes(Scanned scanned) {
        return scanned.inventory().notes().stream()
                .filter(note -> note.kind() == ConfigurationNote.Kind.UNHANDLED_PERMISSION_DENIED)
                .map(note -> note.name() + " " + note.place().file() + ":"
                        + note.place().line())
                .toList();
    }
}
