package dev.keyguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.access.Refusal.Meaning;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One body, replayed to every request, gives exactly what the design says. */
final class RefusalRulesTest {
    private static final String FILE = "src/main/java/demo/Chat.java";

    @ParameterizedTest
    @CsvSource({
        "KEY_INVALID,             key-rejected",
        "KEY_SCOPE,               key-scope",
        "CONFIG_ORG_MISMATCH,     organization-mismatch",
        "CONFIG_PROJECT_MISMATCH, organization-mismatch",
        "CONFIG_BASE_URL,         endpoint-wrong",
        "CONFIG_REGION_HOST,      endpoint-wrong"
    })
    void aRefusedKeyIsOneFindingAtTheKey(Meaning meaning, String rule) {
        List<Finding> findings = Run.usual()
                .usualKey()
                .model("gpt-4o", FILE, 3)
                .model("gpt-4o-mini", FILE, 9)
                .refused(meaning, "the provider's words")
                .findings();
        assertThat(findings).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo(rule);
            assertThat(f.severity()).isEqualTo(Severity.ERROR);
            assertThat(f.place().file()).endsWith("Client.java");
            assertThat(f.message()).contains("the provider's words.");
            assertThat(f.trail()).extracting(h -> h.name().orElse("")).contains("gpt-4o", "gpt-4o-mini");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "MODEL_DENIED,             gpt-4o, model-not-accessible",
        "PROJECT_BLOCKED,          gpt-4o, model-not-accessible",
        "MODEL_UNKNOWN,            gpt-4o, model-not-accessible",
        "MODEL_UNKNOWN,            gpt-9x, model-unknown",
        "MODEL_UNKNOWN_OR_DENIED,  gpt-4o, model-not-accessible",
        "MODEL_UNKNOWN_OR_DENIED,  gpt-9x, model-unknown",
        "MODEL_GONE,               gpt-4o, model-shut-down",
        "ENDPOINT_MISMATCH,        gpt-4o, model-wrong-operation"
    })
    void aRefusedModelIsOneFindingAtTheModel(Meaning meaning, String model, String rule) {
        List<Finding> findings = Run.usual()
                .usualKey()
                .model(model, FILE, 3)
                .refused(meaning, "")
                .findings();
        assertThat(findings).extracting(Finding::rule).containsExactly(rule);
        assertThat(findings.get(0).place().file()).isEqualTo(FILE);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "LIST_FORBIDDEN",
                "ORG_UNVERIFIED",
                "QUOTA",
                "ENV_REGION",
                "ENV_IP",
                "EDGE_BLOCK",
                "LISTED_BUT_REFUSED",
                "LIST_UNAVAILABLE",
                "UNCLASSIFIED"
            })
    void allOthersAreUnknownAndNoError(Meaning meaning) {
        assertThat(Run.usual()
                        .usualKey()
                        .model("gpt-4o", FILE, 3)
                        .refused(meaning, "")
                        .findings())
                .isEmpty();
    }

    @Test
    void aMissingKeyIsANote() {
        assertThat(Run.usual()
                        .usualKey()
                        .model("gpt-4o", FILE, 3)
                        .refused(Meaning.KEY_MISSING, "")
                        .findings())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.rule()).isEqualTo("key-missing");
                    assertThat(f.severity()).isEqualTo(Severity.INFO);
                });
    }
}
