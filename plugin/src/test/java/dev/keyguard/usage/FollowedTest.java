package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.JsonCatalogue;
import dev.keyguard.source.Dependencies;
import dev.keyguard.source.Reader;
import dev.keyguard.source.Readers;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.build.BuildModel;
import dev.keyguard.source.config.ActiveProfiles;
import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.source.tree.TreeWalk;
import dev.keyguard.source.tree.WalkOptions;
import dev.keyguard.value.FactsProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that is followed, as small applications that compile against the real libraries, each scanned from its
 * sources alone and with its class path. See {@link Expectations} for what their comments say.
 */
final class FollowedTest {
    private static final Path APPLICATIONS = Path.of("src/test/resources/fixtures/followed");
    private static final List<Reader> READERS = Readers.all();

    @TempDir
    static Path folder;

    private static FixtureClassPath classPath;

    @BeforeAll
    static void compileEverything() throws IOException {
        classPath = FixtureClassPath.compiled(APPLICATIONS, folder);
    }

    @TestFactory
    Stream<DynamicTest> fromSourcesAlone() throws IOException {
        return applications()
                .map(application -> DynamicTest.dynamicTest(
                        application.getFileName().toString(),
                        () -> assertThat(new Expectations(application).unmet(scan(application, false), false))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> withTheClassPath() throws IOException {
        return applications()
                .map(application -> DynamicTest.dynamicTest(
                        application.getFileName().toString(),
                        () -> assertThat(new Expectations(application).unmet(scan(application, true), true))
                                .isEmpty()));
    }

    @Test
    void activeProfilesReplaceWhatHoldsAlways() {
        Path application = APPLICATIONS.resolve("spring-ai-properties");

        assertThat(scan(application, false, "prod").references())
                .extracting(reference -> reference.model().orElse(""))
                .containsExactly("gpt-spring-prod");
        assertThat(scan(application, false, "dev").references())
                .extracting(reference -> reference.model().orElse(""))
                .containsExactly("gpt-spring");
    }

    @Test
    void everyApplicationExpectsSomething() throws IOException {
        assertThat(applications().filter(application -> new Expectations(application).count() == 0))
                .isEmpty();
    }

    private static Stream<Path> applications() throws IOException {
        try (Stream<Path> folders = Files.list(APPLICATIONS)) {
            return folders
                    .filter(Files::isDirectory)
                    .filter(application -> !application.getFileName().toString().equals("library"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Inventory scan(Path root, boolean jars, String... profiles) {
        BuildModel builds = new BuildModel(List.of());
        WalkOptions options = new WalkOptions(List.of(), List.of(), true, files -> {
            Map<String, Dependencies> all = new TreeMap<>(builds.apply(files));
            if (jars) {
                all.replaceAll((module, written) ->
                        new Dependencies(true, true, written.list(), classPath.jarsOf(written.list())));
            }
            return all;
        });
        Workspace workspace = new TreeWalk(READERS, options).walk(root);
        Catalogue catalogue = JsonCatalogue.bundled();
        FactsProgram program = new FactsProgram(
                workspace, READERS, catalogue, FactsCache.none(), new ActiveProfiles(List.of(profiles)));
        return new InventoryScan(catalogue, program).inventory();
    }
}
