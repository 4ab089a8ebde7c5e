package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.bjurr.violations.lib.ViolationsApi;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.reports.Parser;

/**
 * The reports of all samples, and of the folders that {@code it.checkouts} names, against official schemas and against
 * what reads them elsewhere.
 */
final class ReportsIT {
    private static final String ALL = "console,json,html,sarif,junit,checkstyle,gitlab,cyclonedx";
    private static final Map<Path, Maven.Run> RUNS = new LinkedHashMap<>();

    @BeforeAll
    static void write() throws Exception {
        Path work = Setup.empty("reports");
        List<Path> folders = new ArrayList<>(List.of(Setup.folder("samples")));
        Setup.words("checkouts").stream().map(Path::of).forEach(folders::add);
        for (Path folder : folders) {
            Path output = work.resolve(folder.getFileName());
            Maven.Run run = Maven.any()
                    .run(
                            Files.createDirectories(work.resolve("outside")),
                            Map.of("GITHUB_ACTIONS", "true"),
                            Setup.PLUGIN + ":verify",
                            "-Dkeyguard.directory=" + folder,
                            "-Dkeyguard.outputDirectory=" + output,
                            "-Dkeyguard.reports=" + ALL,
                            "-Dkeyguard.online=never",
                            "-Dkeyguard.today=2027-02-01",
                            "-Dkeyguard.failOn=never",
                            "-Dkeyguard.includeTests=true");
            assertThat(run.succeeded()).as(run.output()).isTrue();
            RUNS.put(output, run);
        }
    }

    static Set<Path> outputs() {
        return RUNS.keySet();
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void json_follows_its_schema(Path output) throws IOException {
        assertThat(problems(
                        "dev/keyguard/report/keyguard-report.schema.json",
                        SpecificationVersion.DRAFT_2020_12,
                        output.resolve("keyguard.json")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void sarif_follows_the_official_schema_and_is_read(Path output) throws IOException {
        assertThat(problems(
                        "schema/sarif-schema-2.1.0.json",
                        SpecificationVersion.DRAFT_7,
                        output.resolve("keyguard.sarif.json")))
                .isEmpty();
        assertThat(places(read(output, "keyguard.sarif.json", Parser.SARIF))).containsAll(places(output));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void cyclonedx_follows_the_official_schema(Path output) throws IOException {
        assertThat(problems(
                        "bom-1.6.schema.json", SpecificationVersion.DRAFT_7, output.resolve("keyguard-cyclonedx.json")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void checkstyle_is_read(Path output) throws IOException {
        assertThat(places(read(output, "keyguard-checkstyle.xml", Parser.CHECKSTYLE)))
                .containsExactlyInAnyOrderElementsOf(places(output));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void gitlab_code_quality_is_read(Path output) throws IOException {
        assertThat(places(read(output, "keyguard-gitlab.json", Parser.CODECLIMATE)))
                .containsExactlyInAnyOrderElementsOf(places(output));
        for (JsonNode issue : json(output.resolve("keyguard-gitlab.json"))) {
            assertThat(issue.path("severity").asText()).isIn("info", "minor", "major", "critical", "blocker");
            assertThat(issue.path("fingerprint").asText()).matches("[0-9a-f]{32,}");
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void junit_is_read(Path output) throws IOException {
        boolean failing =
                findings(output).anyMatch(f -> f.path("severity").asText().equals("error"));
        assertThat(read(output, "keyguard-junit.xml", Parser.JUNIT).isEmpty()).isEqualTo(!failing);
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void github_annotations_are_workflow_commands(Path output) {
        assertThat(RUNS.get(output).output().lines().filter(line -> line.startsWith("::")))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(30)
                .allMatch(line ->
                        line.matches("::(error|warning|notice) file=[^:,]+,line=\\d+,col=\\d+,title=[^:,]+::.+"));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void a_browser_shows_the_page_without_network_and_by_keyboard(Path output) throws Exception {
        Optional<Path> chromium = chromium();
        assumeThat(chromium).as("no Chromium on the path").isPresent();
        Path tools = ForeignPackage.npm("chromium");
        Process process = new ProcessBuilder(
                        "node",
                        "page.mjs",
                        chromium.get().toString(),
                        output.resolve("keyguard.html").toString(),
                        output.toString())
                .directory(tools.toFile())
                .redirectError(output.resolve("chromium.log").toFile())
                .redirectOutput(output.resolve("chromium.json").toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        JsonNode seen = json(output.resolve("chromium.json"));
        String page = output.resolve("keyguard.html").toUri().toString().replace("file:///", "file:/");
        assertThat(seen.path("requests"))
                .allSatisfy(url ->
                        assertThat(url.asText().replace("file:///", "file:/")).isEqualTo(page));
        assertThat(seen.path("errors")).isEmpty();
        assertThat(seen.path("dark").asText()).isNotEqualTo(seen.path("light").asText());
        assertThat(seen.path("toggled").asText()).isEqualTo(seen.path("dark").asText());
        assertThat(seen.path("focused").asText()).isEqualTo("SUMMARY");
        assertThat(seen.path("opened").asInt()).isEqualTo(1);
        assertThat(seen.path("filtered").asInt()).isZero();
        assertThat(seen.path("cleared").asInt()).isEqualTo(seen.path("articles").asInt());
        assertThat(seen.path("withNotes").asInt())
                .isGreaterThan(seen.path("articles").asInt());
        assertThat(seen.path("wide").asBoolean()).isFalse();
        assertThat(seen.path("wideOnPhone").asBoolean()).isFalse();
    }

    /** {@code file:line} of each finding that counts. */
    private static Set<String> places(Path output) throws IOException {
        return findings(output)
                .map(f -> f.path("file").asText() + ":" + f.path("line").asInt())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Set<String> places(Set<Violation> violations) {
        return violations.stream()
                .map(v -> v.getFile() + ":" + v.getStartLine())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Stream<JsonNode> findings(Path output) throws IOException {
        return StreamSupport.stream(
                        json(output.resolve("keyguard.json")).path("findings").spliterator(), false)
                .filter(finding -> finding.path("suppressed").isNull());
    }

    private static Set<Violation> read(Path output, String file, Parser parser) {
        return ViolationsApi.violationsApi()
                .withPattern(".*/" + file.replace(".", "\\."))
                .inFolder(output.toString())
                .findAll(parser)
                .violations();
    }

    private static List<?> problems(String schema, SpecificationVersion version, Path file) throws IOException {
        return SchemaRegistry.withDefaultDialect(
                        version,
                        builder -> builder.schemaIdResolvers(
                                ids -> ids.mapPrefix("http://cyclonedx.org/schema/", "classpath:")))
                .getSchema(SchemaLocation.of("classpath:" + schema))
                .validate(Files.readString(file), InputFormat.JSON);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
