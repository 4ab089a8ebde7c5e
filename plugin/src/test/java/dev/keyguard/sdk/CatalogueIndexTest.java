package dev.keyguard.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueIndexTest {
    @Test
    void theBuildWritesTheIndexOfTheCatalogue() {
        assertThat(CatalogueIndex.bundled()).contains(CatalogueIndex.of(JsonCatalogue.bundled()));
    }

    @Test
    void holdsWhatAScanAsksFirst() {
        CatalogueIndex index = CatalogueIndex.of(JsonCatalogue.bundled());
        assertThat(index.triggers()).contains("com.openai", "_API_KEY\"").doesNotContain("_API_KEY");
        assertThat(index.artifacts()).contains("com.openai:openai-java*");
        assertThat(index.classes()).contains("com/openai/models/ChatModel");
        assertThat(index.properties()).contains("spring.ai.openai.api-key").doesNotContain("spring.ai.openai.base-url");
    }

    @Test
    void isWrittenAsLines(@TempDir Path classes) throws IOException {
        Files.createDirectories(classes.resolve("dev/keyguard/sdk"));
        CatalogueIndex.main(new String[] {classes.toString()});
        assertThat(Files.readAllLines(classes.resolve("dev/keyguard/sdk/catalogue.index")))
                .contains("a com.openai:openai-java*", "p spring.ai.openai.api-key");
    }
}
