package dev.keyguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.keyguard.rule.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class JsonReporterTest {
    @Test
    void followsItsSchema() throws IOException {
        assertThat(problems(Sample.json(Sample.report()))).isEmpty();
        assertThat(problems(Sample.json(Sample.scan()))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNotInTheContract() throws IOException {
        assertThat(problems(Sample.json(Sample.report()).replace("\"root\"", "\"path\"")))
                .isNotEmpty();
    }

    @Test
    void saysWhatTheContractSays() throws IOException {
        JsonNode json = new ObjectMapper().readTree(Sample.json(Sample.report()));
        assertThat(json.at("/schemaVersion").asInt()).isEqualTo(1);
        assertThat(json.at("/references/0/key").asText()).isEqualTo(Run.KEY);
        assertThat(json.at("/references/0/access/state").asText()).isEqualTo("unavailable");
        assertThat(json.at("/access/0/source").asText()).isEqualTo("live");
        assertThat(json.at("/summary/verdict").asText()).isEqualTo("failed");
        assertThat(json.at("/findings/0/suppressed").isNull()).isTrue();
    }

    @Test
    void scanSaysNothingOfAccessOrTime() throws IOException {
        JsonNode json = new ObjectMapper().readTree(Sample.json(Sample.scan()));
        assertThat(json.at("/references/0/access").isMissingNode()).isTrue();
        assertThat(json.at("/summary/seconds").asDouble()).isZero();
        assertThat(json.at("/summary/verdict").asText()).isEqualTo("not-verified");
    }

    @Test
    void escapesCannotSteerATerminal() throws IOException {
        assertThat(Sample.json(Sample.hostile()))
                .doesNotContain("\u001b", "\u202e")
                .contains("\\u001B");
    }

    private static Iterable<?> problems(String json) throws IOException {
        try (var schema = JsonReporter.class.getResourceAsStream("keyguard-report.schema.json")) {
            String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON)
                    .validate(json, InputFormat.JSON);
        }
    }
}
