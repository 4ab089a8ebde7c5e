package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.sdk.CatalogueIndex;
import dev.keyguard.sdk.JsonCatalogue;
import dev.keyguard.sdk.KeyShapes;
import dev.keyguard.sdk.Services;
import dev.keyguard.source.Readers;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.build.BuildModel;
import dev.keyguard.source.config.ActiveProfiles;
import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.source.tree.TreeWalk;
import dev.keyguard.source.tree.WalkOptions;
import dev.keyguard.value.FactsLinker;
import dev.keyguard.value.FactsProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One hint is enough to link a workspace, and without any none is. */
final class HintsTest {
    private static final CatalogueIndex INDEX = CatalogueIndex.of(JsonCatalogue.bundled());

    @TempDir
    Path folder;

    static Stream<Path> fixtures() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("src/test/resources/fixtures/followed"))) {
            return all.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    /** Linked without asking for hints, each fixture says something; so each must hint. */
    @ParameterizedTest
    @MethodSource("fixtures")
    void whateverSaysSomethingHints(Path fixture) {
        FactsProgram program = program(fixture);
        Inventory linked = new UsageScan(
                        JsonCatalogue.bundled(),
                        Services.bundled(),
                        KeyShapes.bundled(),
                        UsageVocabulary.bundled(),
                        program,
                        new FactsLinker(program, JsonCatalogue.bundled()))
                .inventory();
        if (!linked.references().isEmpty()
                || !linked.keys().isEmpty()
                || !linked.notes().isEmpty()) {
            assertThat(hints(program(fixture)).anywhere()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "A.java, 'import com.openai.client.OpenAIClient; class A {}'",
        "A.java, 'class A { String k = System.getenv(\"MY_API_KEY\"); }'",
        "application.yml, 'spring: {ai: {minimax: {api-key: x}}}'",
        "application.properties, 'llm.provider=Azure-OpenAI'",
        "deployment.yml, 'env: [{name: GROQ_API_KEY}]'",
        "request.json, '{\"model\": \"m\", \"messages\": []}'",
        "request.yml, 'model: m'"
    })
    void oneIsEnough(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        assertThat(hints(program(folder)).anywhere()).isTrue();
    }

    @Test
    void aLibraryIsEnough() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version>
                <dependencies><dependency><groupId>com.openai</groupId><artifactId>openai-java</artifactId><version>4.1.0</version>
                </dependency></dependencies></project>
                """);
        assertThat(hints(program(folder)).anywhere()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "A.java, 'class A { static final short FETCH_API_KEY = 1; String p = \"javax\\.lang\\.model\"; }'",
        "application.yml, 'spring: {application: {name: x}}'",
        "application.properties, 'client.id=1'",
        "data.json, '{\"name\": \"model railway\"}'"
    })
    void othersAreLeftAlone(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        FactsProgram program = program(folder);
        assertThat(hints(program).anywhere()).isFalse();
        assertThat(new InventoryScan(INDEX, HintsTest::never, program)
                        .inventory()
                        .filesParsed())
                .isZero();
    }

    private static JsonCatalogue never() {
        throw new AssertionError("the catalogue is not needed");
    }

    private static Hints hints(FactsProgram program) {
        return new Hints(INDEX, Services.bundled(), UsageVocabulary.bundled(), program);
    }

    private static FactsProgram program(Path root) {
        Workspace workspace = new TreeWalk(
                        Readers.all(), new WalkOptions(List.of(), List.of(), true, new BuildModel(List.of())))
                .walk(root);
        return new FactsProgram(workspace, Readers.all(), INDEX, FactsCache.none(), ActiveProfiles.all());
    }
}
