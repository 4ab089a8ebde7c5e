package dev.keyguard.source.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.FactsPrinter;
import dev.keyguard.source.code.Fixtures;
import dev.keyguard.source.code.Statement;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"Declarations", "Flow", "Expressions", "Annotations", "Script"})
    void lowers(String fixture) {
        Fixtures.check(new JavaReader(), "java/" + fixture + ".java");
    }

    @Test
    void a_call_stands_at_its_name_and_a_member_at_its_last() {
        String text = """
                class A {
                \tObject make() {
                \t\treturn X.builder()
                \t\t\t\t.model(ChatModel.GPT_4O)
                \t\t\t\t.build();
                \t}
                }
                """;
        assertThat(FactsPrinter.print(read(text), true)).isEqualTo("""
                class A@1:7
                  Object make()@2:9
                    return X@3:10.builder@3:12().model@4:6(ChatModel@4:12.GPT_4O@4:22).build@5:6()
                """);
    }

    @Test
    void a_character_of_a_text_block_has_its_own_place() {
        String text = "class A { String s = \"\"\"\r\n    {\\\r\n      \"model\": \"\\tgpt-4o\"\r\n    }\"\"\"; }"
                .replace("\r", "");
        for (String source : new String[] {text, text.replace("\n", "\r\n")}) {
            Expr.Literal literal = (Expr.Literal)
                    read(source).types().get(0).fields().get(0).initializer().orElseThrow();
            String content = literal.text().orElseThrow();
            assertThat(content).isEqualTo("{  \"model\": \"\tgpt-4o\"\n}");
            assertThat(literal.placeAt(content.indexOf("gpt")).toString()).isEqualTo("src/A.java:3:19");
            assertThat(literal.placeAt(content.length()).toString()).isEqualTo("src/A.java:4:6");
        }
    }

    @Test
    void a_character_behind_an_escape_has_its_own_place() {
        Statement statement = read("class A { void f() { use(\"{\\\"m\\\": \\u0041gpt\"); } }")
                .types()
                .get(0)
                .methods()
                .get(0)
                .body()
                .statements()
                .get(0);
        Expr.Call call = (Expr.Call) ((Statement.Effect) statement).expression();
        Expr.Literal literal = (Expr.Literal) call.arguments().get(0);
        assertThat(literal.text()).contains("{\"m\": Agpt");
        assertThat(literal.placeAt(7).column()).isEqualTo(41);
    }

    private static CodeFacts read(String text) {
        return new JavaReader().read("src/A.java", text.getBytes(StandardCharsets.UTF_8));
    }
}
