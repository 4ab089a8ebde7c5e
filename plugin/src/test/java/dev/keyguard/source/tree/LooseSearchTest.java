package dev.keyguard.source.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.Scope;
import dev.keyguard.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LooseSearchTest {
    private static final LooseSearch SEARCH =
            new LooseSearch(Set.of("\"model\""), List.of(Set.of("azureopenai"), Set.of("spring", "minimax", "apikey")));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provider: Azure-OpenAI",
                "AZURE_OPENAI_X=1",
                "azure.open-ai=x",
                "{\"model\": \"m\"}",
                "spring:\n  ai:\n    minimax:\n      api-key: k",
                "SPRING_AI_MINIMAX_API_KEY=k"
            })
    void finds(String text) throws IOException {
        assertThat(holds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "azure: openly", "model: m", "spring.minimax=1", "\"Model\""})
    void doesNotFind(String text) throws IOException {
        assertThat(holds(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"env(\"HF_TOKEN\")", "hf.token", "x: hf-token"})
    void findsNames(String text) throws IOException {
        assertThat(holds(text, LooseSearch.ofNames(Set.of("hftoken")))).isTrue();
    }

    @Test
    void whatStandsApartIsNoName() throws IOException {
        assertThat(holds("case 'h':\n  fToken()", LooseSearch.ofNames(Set.of("hftoken"))))
                .isFalse();
    }

    @Test
    void aFileThatCannotBeReadMayHoldEverything() throws IOException {
        Path file = folder.resolve("gone.yml");
        Files.writeString(file, "");
        SourceFile gone = source(file);
        Files.delete(file);
        assertThat(new LooseSearch.Reading().holds(gone, SEARCH)).isTrue();
    }

    private boolean holds(String text) throws IOException {
        return holds(text, SEARCH);
    }

    private boolean holds(String text, LooseSearch search) throws IOException {
        Path file = folder.resolve("a.yml");
        Files.writeString(file, text);
        return new LooseSearch.Reading().holds(source(file), search);
    }

    private static SourceFile source(Path file) throws IOException {
        return new SourceFile(file.getFileName().toString(), file, Scope.MAIN, Files.size(file), 0);
    }
}
