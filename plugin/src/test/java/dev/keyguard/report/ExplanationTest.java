package dev.keyguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.rule.FakeTable;
import dev.keyguard.rule.Rules;
import org.junit.jupiter.api.Test;

final class ExplanationTest {
    private final Explanation explanation =
            new Explanation(Sample.report(), new FakeTable().going("gpt-4.1", "chat", "2027-01-14", "gpt-5-mini"));

    @Test
    void aModelWithItsWayItsKeyAndWhatToDo() {
        assertThat(explanation.model("gpt-4.1"))
                .contains(
                        "  shutdown: 2027-01-14, announced on 2025-01-01",
                        "  openai-java asks for it (chat) with OPENAI_API_KEY at https://api.openai.com/v1",
                        "    written in src/main/resources/application.yml:4 (demo.model)",
                        "    used in src/main/java/demo/Chat.java:33",
                        "    available until 2027-01-13: it is in the key's list",
                        "  OPENAI_API_KEY at https://api.openai.com/v1: in its list",
                        "  model-shutting-down: Write gpt-5-mini, which the provider names as its successor and the key may"
                                + " use. (mvn keyguard:fix -Dkeyguard.failWithin=50)");
    }

    @Test
    void aModelTheCodeDoesNotUse() {
        assertThat(explanation.model("gpt-7"))
                .contains("  not in OpenAI's model table of 2026-11-20")
                .anyMatch(line -> line.contains("does not use it"))
                .anyMatch(line -> line.startsWith("  It uses gpt-3.5-turbo, gpt-4.1"));
    }

    @Test
    void aRuleWithItsPageAndItsPlaces() {
        assertThat(explanation.rule(Rules.find("model-not-accessible").orElseThrow()))
                .contains("Why it matters", "In this project:")
                .anyMatch(line -> line.startsWith("  error src/main/java/demo/Chat.java:12"));
    }
}
