package dev.keyguard.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DataFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/keyguard/sdk");

    static List<String> libraries() {
        return LibraryFile.ids();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryFollowsTheSchema(String id) {
        assertThat(errors("catalogue.schema.json", id + ".json")).isEmpty();
        assertThat(LibraryFile.read(id).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "key-shapes", "raw-http"})
    void knowledgeFollowsItsSchema(String name) {
        assertThat(errors(name + ".schema.json", name + ".json")).isEmpty();
    }

    @Test
    void theIndexListsEveryFileInOrder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> ids = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.endsWith(".schema.json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .filter(name -> !List.of("index", "services", "key-shapes", "raw-http")
                            .contains(name))
                    .sorted()
                    .toList();
            assertThat(LibraryFile.ids()).isEqualTo(ids);
        }
    }

    private static List<Error> errors(String schemaName, String name) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(schemaName), InputFormat.JSON);
        return schema.validate(text(name), InputFormat.JSON);
    }

    private static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
