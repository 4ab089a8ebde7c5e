package dev.keyguard.source.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.FactsPrinter;
import dev.keyguard.source.code.Fixtures;
import dev.keyguard.source.code.SourceText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KotlinReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"Service.kt", "script.main.kts"})
    void parses(String fixture) {
        Fixtures.check(new KotlinReader(), "kotlin/" + fixture);
    }

    @Test
    void a_branch_that_throws_is_no_value() {
        assertThat(body("return if (a) \"x\" else throw E()"))
                .contains("return switch (a) {true -> \"x\"; default -> }");
        assertThat(body("val x = y ?: return")).contains("local  x = y\n");
        assertThat(body("val x = y ?: \"z\"")).contains("? y : \"z\")");
    }

    @Test
    void scope_functions_are_written_out() {
        assertThat(body("b.apply { model(\"m\"); temperature = 1; own(); x.y() }; fun own() {}"))
                .contains("b.model(\"m\")", "b.temperature := 1", "] x.y()");
        assertThat(body("f().let { g(it) }")).contains("local  $1 = f()", "g($1)");
        assertThat(body("f().let { l.map { it } }")).contains("lambda#1(it) -> {it}");
    }

    @Test
    void a_name_in_backticks_is_no_keyword() {
        assertThat(body("`when`(x).thenReturn(`is`)")).contains("when(x).thenReturn(is)");
    }

    @Test
    void a_character_of_a_raw_string_has_its_own_place() {
        CodeFacts facts = read("val j = \"\"\"\n    {\"model\": \"gpt-4o\"}\n\"\"\".trimIndent()\n");
        Expr.Literal literal = (Expr.Literal)
                facts.types().get(0).fields().get(0).initializer().orElseThrow();
        int offset = literal.text().orElseThrow().indexOf("gpt-4o");
        assertThat(literal.placeAt(offset).toString()).isEqualTo("a.kt:2:16");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "}}}}",
                "{{{{",
                "class",
                "fun",
                "fun f(",
                "val x = \"${",
                "val x = \"\"\"",
                "val x = \"$",
                "/* /* */",
                "`",
                "'",
                "@",
                "@file:",
                "import",
                "package",
                "when {",
                "if",
                "class A(val",
                "enum class E { A(",
                "x ?: ",
                "%PDF \u0000\u0001",
                "object : ",
                "fun <T",
                "a<b<c<d",
                "val (",
                "try",
                "for (",
                "do",
                "class A : by",
                "::",
                "a?.",
                "fun f() = if (x) else",
                "x.let {",
                "x.let { -> y }",
                "x.also { (a, b) -> a }",
                "with(x) { -> }",
                "\"${\"${\"${",
                "return@",
                "val x by lazy {",
                "\\",
                "#!",
                "as?",
                "x as?",
                "package foo; typealias"
            })
    void what_is_not_kotlin_costs_nothing(String text) {
        assertThat(read(text)).isNotNull();
        assertThat(read("fun f() { " + text)).isNotNull();
        assertThat(read("class A { val s = \"gpt-4o\"\n" + text)).isNotNull();
    }

    @Test
    void deep_and_long_input_is_survived() {
        for (String open : new String[] {
            "(",
            "{",
            "[",
            "f(",
            "if (",
            "when { ",
            "x.let { ",
            "\"${",
            "fun f() {",
            "a ?: (",
            "class A { ",
            "object : A { ",
            "List<",
            "@A(",
            "!",
            "try { "
        }) {
            assertThat(read("val x = " + open.repeat(20_000))).isNotNull();
            assertThat(read("fun f() { val x = " + open.repeat(20_000) + " }")).isNotNull();
        }
        String chain = FactsPrinter.print(read("val x = X.b()" + ".model(\"m\")".repeat(20_000)), false);
        assertThat(chain.split("model", -1)).hasSize(20_001);
        assertThat(read("val x = \"a\"" + " + \"b\"".repeat(20_000)).types()).hasSize(1);
        assertThat(new KotlinReader()
                        .read("a.kt", new byte[SourceText.MAX_BYTES + 1])
                        .problems())
                .hasSize(1);
    }

    private static String body(String statements) {
        return FactsPrinter.print(read("fun f() { " + statements + " }"), false);
    }

    private static CodeFacts read(String text) {
        return new KotlinReader().read("a.kt", text.getBytes(StandardCharsets.UTF_8));
    }
}
