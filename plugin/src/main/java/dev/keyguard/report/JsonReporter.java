package dev.keyguard.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** {@code keyguard.json}: the contract for programs. Its schema is {@code keyguard-report.schema.json}. */
final class JsonReporter implements Reporter {
    private static final int SCHEMA_VERSION = 1;

    @Override
    public String name() {
        return "json";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of("keyguard.json");
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            json.writeObjectFieldStart("tool");
            json.writeStringField("name", "keyguard");
            json.writeStringField("version", report.toolVersion());
            json.writeEndObject();
            json.writeStringField("root", ".");
            new JsonInventory(json).write(report.inventory(), report.access());
            JsonOutcome outcome = new JsonOutcome(json);
            outcome.access(report.access());
            outcome.findings(report.findings());
            outcome.summary(report.summary());
            json.writeEndObject();
        }
    }

    /**
     * Indented, with the same line ends everywhere, and in ASCII: nothing in it can steer a terminal. Leaves {@code out}
     * open.
     */
    static JsonGenerator generator(Writer out) throws IOException {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        JsonFactory factory = JsonFactory.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        return factory.createGenerator(out)
                .setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
    }
}
