package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that are chosen while the program runs. */
final class ChoicesTest {
    private static final String FACTORY = """
            import dev.langchain4j.model.openai.OpenAiChatModel;
            class Factory {
                Object chat(Choice choice) {
                    return OpenAiChatModel.builder().modelName(choice.getName()).build();
                }
            }
            """;
    private static final String CHOICE = """
            public class Choice {
                private String name;
                public String getName() {
                    return name;
                }
                public void setName(String name) {
                    this.name = name;
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void whatTestsPutIntoASettingIsNotWhatTheProgramAsksFor() {
        Scanned scanned = Scanned.in(
                folder,
                "src/main/java/Factory.java",
                FACTORY,
                "src/main/java/Choice.java",
                CHOICE,
                "src/main/java/Screen.java",
                """
                class Screen {
                    Object start(Choice choice, Field field, Factory factory) {
                        choice.setName(field.getText());
                        return factory.chat(choice);
                    }
                }
                """,
                "src/test/java/ChoiceTest.java",
                """
                class ChoiceTest {
                    void keepsItsName() {
                        Choice choice = new Choice();
                        choice.setName("made-up");
                    }
                }
                """);
        assertThat(scanned.models()).isNotEmpty().allMatch(model -> model.startsWith("? "));
    }

    @Test
    void aLongListIsAChoiceAndAShortOneIsNot() {
        assertThat(Scanned.in(folder.resolve("long"), list(30)).models())
                .isNotEmpty()
                .allMatch(model -> model.startsWith("? "));
        assertThat(Scanned.in(folder.resolve("short"), list(2)).models())
                .anyMatch(model -> model.startsWith("m-0 "))
                .anyMatch(model -> model.startsWith("m-1 "));
    }

    private static String[] list(int length) {
        String rows = IntStream.range(0, length)
                .mapToObj(
                        i -> "    void row" + i + "(Choice choice) {\n        choice.setName(\"m-" + i + "\");\n    }")
                .collect(Collectors.joining("\n"));
        return new String[] {
            "src/main/java/Factory.java",
            FACTORY,
            "src/main/java/Choice.java",
            CHOICE,
            "src/main/java/Screen.java",
            """
            class Screen {
                Object start(Choice choice, Field field, Factory factory) {
                    choice.setName(field.getText());
                    return factory.chat(choice);
                }
            %s
            }
            """.formatted(rows)
        };
    }
}
