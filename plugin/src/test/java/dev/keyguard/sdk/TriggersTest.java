package dev.keyguard.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TriggersTest {
    private static final Set<String> TRIGGERS = JsonCatalogue.bundled().triggers();

    private static boolean hit(String text) {
        return TRIGGERS.stream().anyMatch(text::contains);
    }

    @Test
    void everyTriggerIsAsciiAndLongEnoughAndNeeded() {
        assertThat(TRIGGERS).allSatisfy(trigger -> {
            assertThat(trigger.length()).isGreaterThanOrEqualTo(Triggers.SHORTEST);
            assertThat(trigger.chars().allMatch(c -> c > ' ' && c < 127)).isTrue();
            assertThat(TRIGGERS).noneMatch(other -> !other.equals(trigger) && trigger.contains(other));
        });
    }

    @Test
    void everyLibraryIsFoundByItsImportsAndNames() {
        for (Library library : JsonCatalogue.bundled().libraries()) {
            library.entryPoints().stream()
                    .filter(entry -> entry.role() == Role.MODEL || entry.role() == Role.KEY)
                    .forEach(entry -> assertThat(hit("import " + entry.className() + ";"))
                            .as(entry.className())
                            .isTrue());
            library.constants()
                    .keySet()
                    .forEach(name -> assertThat(hit("import static " + name + ";"))
                            .as(name)
                            .isTrue());
            library.implicitNames()
                    .forEach(name -> assertThat(hit("getenv(\"" + name.name() + "\")"))
                            .as(name.name())
                            .isTrue());
            library.properties()
                    .forEach(property -> assertThat(hit("@Value(\"${" + property.name() + "}\")"))
                            .as(property.name())
                            .isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import com.openai.client.OpenAIClient;",
                "import dev.langchain4j.model.openai.*;",
                "package dev.langchain4j.model.openai;",
                "ChatOptions.builder().model(m)",
                "System.getenv(\"OPENAI_API_KEY\")",
                "env.get(\"GROQ_API_KEY\")",
                "URI.create(\"https://api.openai.com/v1/x\")",
                "body.put(\"model\", m)",
                "\"{\\\"model\\\":\\\"x\\\"}\"",
                "post(\"/chat/completions\")",
                "@Value(\"${spring.ai.openai.api-key}\")"
            })
    void usesAreFound(String text) {
        assertThat(hit(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.util.List; class Task { String id = \"task-1\"; }",
                "class Car { String modelName; Model model() { return model; } }",
                "String path = \"/models\";"
            })
    void otherCodeIsNot(String text) {
        assertThat(hit(text)).isFalse();
    }
}
