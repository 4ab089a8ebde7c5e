package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests written as text, and texts that are none. */
final class RequestTextTest {
    @TempDir
    Path folder;

    @Test
    void textThatIsPosted() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Poster.java", """
                class Poster {
                    static final String URL = "https://api.openai.com/v1/chat/completions";
                    String body() {
                        return "{\\"model\\": \\"gpt-4o\\", \\"messages\\": []}";
                    }
                }
                """);
        assertThat(scanned.models()).containsExactly("gpt-4o src/main/java/Poster.java:4 openai -");
    }

    @Test
    void examplesInAnAnnotationAreDocumentation() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Task.java", """
                @Plugin(examples = @Example(code = "model: gpt-4o\\nprompt: hello"))
                class Task {
                    @Doc("{\\"model\\": \\"gpt-4o\\", \\"messages\\": []}")
                    static final String URL = "https://api.openai.com/v1/chat/completions";
                }
                """);
        assertThat(scanned.models()).isEmpty();
    }

    @Test
    void sentencesThatSpeakOfAModelAreNoRequests() {
        Scanned scanned = Scanned.in(folder, "src/main/java/Poster.java", """
                class Poster {
                    static final String URL = "https://api.openai.com/v1/chat/completions";
                    void log(Logger log, String name) {
                        log.info("asking model: {}", name);
                        log.info("using model: default");
                        throw new IllegalStateException("unknown model: " + name);
                    }
                }
                """);
        assertThat(scanned.models()).isEmpty();
    }
}
