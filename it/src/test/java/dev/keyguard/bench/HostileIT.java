package dev.keyguard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.usage.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No source makes a scan fail, or end without what the other files say. */
final class HostileIT {
    @TempDir
    Path root;

    static List<Hostile> huge() {
        return Hostile.all(20_000);
    }

    @ParameterizedTest
    @MethodSource("huge")
    void costsNothingElse(Hostile hostile) throws IOException {
        write(root, hostile);

        Inventory inventory = new Scan(root).with(FactsCache.none());

        assertThat(ExactnessIT.found(inventory)).anyMatch(one -> one.model().equals("gpt-4o-honest"));
    }

    @Test
    void whatTheParserDoesNotKnowHidesNothing() throws IOException {
        write(root, new Hostile("a local enum", List.of(new Hostile.File("src/main/java/a/Local.java", """
                package a;
                import com.openai.models.chat.completions.ChatCompletionCreateParams;
                class Local {
                    Object o() {
                        enum Kind { FAST("gpt-4o-local"), SLOW("gpt-4o-slow"); final String id; Kind(String id) { this.id = id; } }
                        return ChatCompletionCreateParams.builder().model(Kind.FAST.id).build();
                    }
                    Object broken() {
                        int = ;
                        Object kept = ChatCompletionCreateParams.builder().model("gpt-4o-behind").build() oops;
                        return ChatCompletionCreateParams.builder().model("gpt-4o-after").build();
                    }
                }
                """))));

        assertThat(ExactnessIT.found(new Scan(root).with(FactsCache.none())))
                .extracting(Reactor.Planted::model)
                .contains("gpt-4o-local", "gpt-4o-after", "gpt-4o-honest");
    }

    /** Beside each a file that nothing is wrong with. */
    static void write(Path root, Hostile hostile) throws IOException {
        put(root, new Hostile.File("src/main/java/b/Honest.java", """
                package b;
                import com.openai.models.chat.completions.ChatCompletionCreateParams;
                class Honest {
                    Object o() {
                        return ChatCompletionCreateParams.builder().model("gpt-4o-honest").build();
                    }
                }
                """));
        for (Hostile.File file : hostile.files()) {
            put(root, file);
        }
    }

    private static void put(Path root, Hostile.File file) throws IOException {
        Path path = root.resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.text());
    }
}
