package dev.keyguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.keyguard.rule.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** The formats against their official schemas, or against what reads them. */
final class SchemasTest {
    static Stream<Report> reports() {
        return Stream.of(Sample.report(Sample.run(), Sample.TEXT), Sample.scan(), Sample.hostile());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void sarifFollowsTheOfficialSchema(Report report) throws IOException {
        assertThat(valid("schema/sarif-schema-2.1.0.json", write("sarif", report)))
                .isEmpty();
    }

    @Test
    void theSarifSchemaNoticesFaults() throws IOException {
        String bad = write("sarif", Sample.scan()).replace("\"utf16CodeUnits\"", "\"bytes\"");
        assertThat(valid("schema/sarif-schema-2.1.0.json", bad)).isNotEmpty();
    }

    @Test
    void sarifCarriesTrailFixAndSuppression() throws IOException {
        JsonNode run = new ObjectMapper()
                .readTree(write("sarif", Sample.report(Sample.run(), Sample.TEXT)))
                .at("/runs/0");
        List<JsonNode> results = List.copyOf(run.get("results").findParents("ruleIndex"));
        assertThat(results)
                .anySatisfy(r -> assertThat(r.get("relatedLocations")).hasSize(3));
        assertThat(results)
                .anySatisfy(r -> assertThat(r.at("/fixes/0/artifactChanges/0/replacements/0/insertedContent/text")
                                .asText())
                        .isEqualTo("gpt-4o-mini"));
        assertThat(results)
                .allSatisfy(r -> assertThat(run.at("/tool/driver/rules")
                                .get(r.get("ruleIndex").asInt())
                                .get("id")
                                .asText())
                        .isEqualTo(r.get("ruleId").asText()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void cyclonedxFollowsTheOfficialSchema(Report report) throws IOException {
        assertThat(valid("bom-1.6.schema.json", write("cyclonedx", report))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void surefireReadsTheJunitReport(Report report) throws Exception {
        String xml = write("junit", report);
        List<ReportTestSuite> suites = new TestSuiteXmlParser(null)
                .parse(new InputStreamReader(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
        assertThat(suites).isNotEmpty().allSatisfy(s -> {
            assertThat(s.getNumberOfTests()).isEqualTo(s.getTestCases().size());
            assertThat(s.getNumberOfFailures()).isEqualTo((int)
                    s.getTestCases().stream().filter(t -> t.hasFailure()).count());
        });
    }

    @ParameterizedTest
    @MethodSource("reports")
    void checkstyleIsWellFormed(Report report) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(write("checkstyle", report).getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("error").getLength())
                .isEqualTo(FindingText.open(report).size());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void gitlabHasWhatGitlabAsksFor(Report report) throws IOException {
        Set<String> prints = new HashSet<>();
        for (JsonNode issue : new ObjectMapper().readTree(write("gitlab", report))) {
            assertThat(prints.add(issue.get("fingerprint").asText())).isTrue();
            assertThat(issue.get("severity").asText()).isIn("info", "minor", "major", "critical", "blocker");
            assertThat(issue.at("/location/lines/begin").asInt()).isPositive();
            assertThat(issue.at("/location/path").asText()).isNotBlank();
            assertThat(issue.get("check_name").asText()).isNotBlank();
            assertThat(issue.get("description").asText()).isNotBlank();
        }
    }

    @Test
    void githubCommandsAreEscapedAndFew() throws IOException {
        String hostile = write("github", Sample.hostile());
        assertThat(hostile.lines())
                .allMatch(line ->
                        line.matches("::(error|warning|notice) file=[^:,]+,line=\\d+,col=\\d+,title=[^:,]+::.*"));
        Run many = Run.usual().usualKey();
        for (int i = 1; i <= 30; i++) {
            many.model("gpt-4o", "src/A.java", i);
        }
        Report report = Sample.report(many.listed("gpt-5"), Sample.TEXT);
        assertThat(write("github", report).lines().filter(l -> l.startsWith("::error")))
                .hasSize(10);
    }

    private static String write(String format, Report report) throws IOException {
        Reporter reporter = Reporters.all(Sample.TEXT, Run.TODAY).stream()
                .filter(r -> r.name().equals(format))
                .findFirst()
                .orElseThrow();
        return Sample.write(reporter, report);
    }

    private static List<?> valid(String schema, String json) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7,
                        builder -> builder.schemaIdResolvers(
                                ids -> ids.mapPrefix("http://cyclonedx.org/schema/", "classpath:")))
                .getSchema(SchemaLocation.of("classpath:" + schema))
                .validate(json, InputFormat.JSON);
    }
}
