package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An empty text where a key is expected says that there is none. */
final class EmptyKeyTest {
    private static final String CHAT = """
            import dev.langchain4j.model.openai.OpenAiChatModel;
            class Chat {
                Object model() {
                    return OpenAiChatModel.builder().apiKey(key()).modelName("gpt-4o").build();
                }
                String key() {
                    try {
                        return ring.password("chat");
                    } catch (RuntimeException e) {
                        return "%s";
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void anEmptyTextIsNoKey() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Chat.java", CHAT.formatted(""));
        assertThat(scanned.models()).containsExactly("gpt-4o src/main/java/Chat.java:4 openai -");
        assertThat(scanned.keys()).noneMatch(key -> key.startsWith("hard-coded"));
    }

    @Test
    void aWrittenOneIs() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Chat.java", CHAT.formatted("sk-fake-spare"));
        assertThat(scanned.models()).containsExactly("gpt-4o src/main/java/Chat.java:4 openai hard-coded");
        assertThat(scanned.keys()).anyMatch(key -> key.startsWith("hard-coded"));
    }
}
