package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Knowledge is data, and data has a schema. */
final class BundledDataTest {
    @ParameterizedTest
    @ValueSource(strings = {"models", "refusals", "providers", "placeholders", "probes"})
    void dataFollowsItsSchema(String name) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(name + ".schema.json"));
        assertThat(schema.validate(text(name + ".json"), InputFormat.JSON)).isEmpty();
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Probes.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
