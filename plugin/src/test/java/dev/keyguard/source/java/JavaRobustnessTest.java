package dev.keyguard.source.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.FactsPrinter;
import dev.keyguard.source.code.SourceText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken, odd or hostile. */
final class JavaRobustnessTest {
    @Test
    void an_empty_file_says_nothing() {
        assertThat(read("").types()).isEmpty();
        assertThat(read("").problems()).isEmpty();
        assertThat(read("// nothing\n").problems()).isEmpty();
    }

    @Test
    void a_file_beyond_the_limit_is_one_problem() {
        CodeFacts facts = new JavaReader().read("A.java", new byte[SourceText.MAX_BYTES + 1]);
        assertThat(facts.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("5 MB"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.4 \u0000\u0001 binary",
                "}}}}",
                "{{{{",
                "class",
                "class A { String s = \"open; }",
                "class A { /* open",
                "class A { String s = \"\"\"open; }",
                "<html>not Java</html>",
                "\"",
                "'",
                "\\u",
                "enum",
                "class A { void f() { enum ",
            })
    void what_is_not_java_is_one_problem(String text) {
        assertThat(read(text).problems()).hasSize(1);
    }

    @Test
    void a_template_gives_what_it_can() {
        CodeFacts facts = read(
                "package ${package};\n\nimport ${package}.x.Y;\n\npublic class A {\n  String m = \"gpt-4o\";\n}\n");
        assertThat(facts.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(1));
        assertThat(FactsPrinter.print(facts, true)).contains("String m = \"gpt-4o\"@6:14@6:10");
    }

    @Test
    void a_broken_statement_costs_no_other_and_keeps_its_call() {
        CodeFacts facts = read("""
                class A {
                    void f() {
                        before("a");
                        var x y = X.builder().model("gpt-4o").build();
                        after("b");
                    }
                    void g() { int x = ; }
                    String h = "last";
                }
                """);
        assertThat(FactsPrinter.print(facts, false))
                .contains("before(\"a\")", "X.builder().model(\"gpt-4o\").build()", "after(\"b\")", "h = \"last\"");
        assertThat(facts.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(4));
    }

    @Test
    void a_broken_header_costs_no_class() {
        CodeFacts facts = read(
                "/ **\n* Copyright (the \u201cSoftware\u201d), it's free.\n* /\n\npackage demo;\n\npublic class A { String m; }\n");
        assertThat(facts.packageName()).isEqualTo("demo");
        assertThat(facts.types()).hasSize(1);
        assertThat(facts.problems()).hasSize(1);
    }

    @Test
    void a_local_enum_is_understood_whole() {
        CodeFacts facts = read("class A { void f() { final enum M { X(\"gpt-4o\") } use(M.X); } }");
        assertThat(facts.problems()).isEmpty();
        assertThat(FactsPrinter.print(facts, true)).contains("local enum M@1:33", "constant X(\"gpt-4o\"@1:39)");
    }

    @Test
    void encodings_and_line_breaks() {
        assertThat(new JavaReader()
                        .read("A.java", "class A { String s = \"\u00e4\"; }".getBytes(StandardCharsets.ISO_8859_1))
                        .types()
                        .get(0)
                        .fields())
                .singleElement()
                .satisfies(
                        field -> assertThat(((Expr.Literal) field.initializer().orElseThrow()).text())
                                .contains("\u00e4"));
        assertThat(FactsPrinter.print(read("\uFEFFclass A {\r\n  int a;\r  int b;\n}"), true))
                .isEqualTo("class A@1:7\n  int a@2:7\n  int b@3:7\n");
    }

    @Test
    void deep_nesting_is_survived() {
        assertThat(read(inMethod("use(" + "(".repeat(5_000) + "\"x\"" + ")".repeat(5_000) + ");"))
                        .problems())
                .isEmpty();
        assertThat(read(inMethod("use(" + "f(".repeat(5_000) + "\"x\"" + ")".repeat(5_000) + ");"))
                        .types())
                .hasSize(1);
        assertThat(read(inMethod("{".repeat(3_000) + "}".repeat(3_000))).types())
                .hasSize(1);
        assertThat(read(inMethod("if (a) b(); else ".repeat(3_000) + "c();")).types())
                .hasSize(1);
    }

    @Test
    void long_chains_have_a_bounded_depth_and_lose_no_call() {
        CodeFacts facts = read(inMethod("X.builder()" + ".model(\"gpt-4o\")".repeat(20_000) + ".build();"));
        assertThat(facts.problems()).isEmpty();
        String printed = FactsPrinter.print(facts, false);
        assertThat(printed.split("model", -1)).hasSize(20_001);
    }

    @Test
    void nested_compound_assignments_do_not_double() {
        CodeFacts facts = read(inMethod("a[".repeat(60) + "0" + "] += 1".repeat(60) + ";"));
        assertThat(FactsPrinter.print(facts, false).length()).isLessThan(200_000);
    }

    @Test
    void long_concatenations_are_one_list() {
        CodeFacts facts = read(inMethod("use(\"a\"" + " + \"b\"".repeat(5_000) + ");"));
        assertThat(FactsPrinter.print(facts, false)).contains("use(concat(\"a\", \"b\"");
        assertThat(facts.problems()).isEmpty();
    }

    @Test
    void too_deep_for_any_stack_is_one_problem() {
        CodeFacts facts = read(inMethod("use(" + "(".repeat(200_000) + ");"));
        assertThat(facts.problems()).hasSize(1);
    }

    private static String inMethod(String code) {
        return "class A { void f() { " + code + " } }";
    }

    private static CodeFacts read(String text) {
        return new JavaReader().read("A.java", text.getBytes(StandardCharsets.UTF_8));
    }
}
