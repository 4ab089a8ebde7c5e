package dev.keyguard.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker.Located;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that would run for ever, or overflow the stack, if nothing were bounded. */
final class LinkerLimitsTest {
    @TempDir
    Path folder;

    private List<Value> sink(String name) {
        LinkerFixtures fixtures = new LinkerFixtures(folder);
        Located call = fixtures.files().stream()
                .flatMap(f -> fixtures.linker().occurrencesIn(f).calls(name).stream())
                .findFirst()
                .orElseThrow();
        Expr argument = ((Expr.Call) call.expression()).arguments().get(0);
        fixtures.linker().typeOf(argument, call.site());
        fixtures.linker().producersOf(argument, call.site());
        fixtures.linker().callsOnSameObject(argument, call.site());
        return fixtures.linker().valuesOf(argument, call.site());
    }

    private void write(String file, String source) throws IOException {
        Files.writeString(folder.resolve(file), source);
    }

    @Test
    void constantsInACircle() throws IOException {
        for (int i = 0; i < 1000; i++) {
            write("C" + i + ".java", "class C" + i + " { static String X = C" + (i + 1) % 1000 + ".X; }");
        }
        write("S.java", "class S { void s() { sink(C0.X); } }");
        assertThat(sink("sink")).hasOnlyElementsOfType(Value.Dynamic.class);
    }

    @Test
    void aChainOfCalls() throws IOException {
        write(
                "S.java",
                "class S { void s(B b) { sink(b" + ".x(1)".repeat(3000)
                        + "); } static class B { B x(int i) { return this; } } }");
        assertThat(sink("sink")).isNotEmpty();
    }

    @Test
    void aChainOnALibrary() throws IOException {
        write(
                "S.java",
                "class S { void s() { sink(new StringBuilder()" + ".append('x')".repeat(3000) + ".toString()); } }");
        assertThat(sink("sink")).isNotEmpty();
    }

    @Test
    void aListPutIntoItself() throws IOException {
        write("S.java", """
                import java.util.*;
                class S { void s() {
                    List<String> all = new ArrayList<>();
                    all.add("a");
                    all.addAll(List.copyOf(all));
                    sink(all.get(0));
                } }
                """);
        assertThat(sink("sink")).hasAtLeastOneElementOfType(Value.Known.class).hasSizeLessThan(3);
    }

    @Test
    void alternativesOfAlternatives() throws IOException {
        StringBuilder source = new StringBuilder("class S { void s(boolean b) { String x0 = b ? \"a\" : \"b\";\n");
        for (int i = 1; i < 200; i++) {
            source.append("String x%d = (b ? x%d : x%d) + (b ? \"0\" : \"1\");\n".formatted(i, i - 1, i - 1));
        }
        write("S.java", source + "sink(x199); } }");
        assertThat(sink("sink")).hasSizeLessThan(70);
    }

    @Test
    void methodsThatCallEachOther() throws IOException {
        StringBuilder source = new StringBuilder("class S {\n");
        for (int i = 0; i < 40; i++) {
            source.append(
                    "String m%d(String a, int n) { return n > 1 ? m%d(a + n, n) : n > 0 ? m%d(a, n) : m%d(\"x%d\", 1); }\n"
                            .formatted(i, (i + 1) % 40, (i + 7) % 40, (i * 3) % 40, i));
        }
        write("S.java", source + "void s() { sink(m0(\"start\", 3)); } }");
        assertThat(sink("sink")).hasSizeLessThan(70);
    }

    @Test
    void aVariableThatGrowsInALoop() throws IOException {
        write("S.java", """
                class S {
                    void s(int n) {
                        String x = "a";
                        for (int i = 0; i < n; i++) {
                            x = x + "b";
                            x += n > 3 ? x : "c";
                        }
                        sink(x);
                    }
                }
                """);
        assertThat(sink("sink")).isNotEmpty();
    }

    @Test
    void typesThatExtendThemselves() throws IOException {
        write("S.java", """
                class S extends T { void s() { sink(missing); sink2(super.x()); } }
                class T extends U {}
                class U extends S { String x() { return x(); } }
                """);
        assertThat(sink("sink")).hasOnlyElementsOfType(Value.Dynamic.class);
    }

    @Test
    void propertiesThatReferToThemselves() throws IOException {
        write("application.properties", "a=${b}\nb=${c:x${a}}\nc=${a}\n" + "d=" + "${".repeat(500) + "\n");
        write("S.java", """
                class S {
                    @org.springframework.beans.factory.annotation.Value("${a}") String a;
                    @org.springframework.beans.factory.annotation.Value("${d}") String d;
                    void s() { sink(a + d); }
                }
                """);
        assertThat(sink("sink")).isNotEmpty();
    }

    @Test
    void aLongRowOfCallers() throws IOException {
        StringBuilder source = new StringBuilder("class S {\n void m0(String a) { sink(a); }\n");
        for (int i = 1; i < 2000; i++) {
            source.append("void m%d(String a) { m%d(a); }\n".formatted(i, i - 1));
        }
        write("S.java", source + "}");
        assertThat(sink("sink")).hasOnlyElementsOfType(Value.Dynamic.class);
    }
}
