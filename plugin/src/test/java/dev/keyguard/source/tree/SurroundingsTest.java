package dev.keyguard.source.tree;

import static dev.keyguard.source.tree.Standing.ASSIGNED;
import static dev.keyguard.source.tree.Standing.CALLED;
import static dev.keyguard.source.tree.Standing.EXTENDED;
import static dev.keyguard.source.tree.Standing.MADE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurroundingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "new X()",
                "new X[3]",
                "new a.b.X(1)",
                "outer.new X()",
                "new\n    X()",
                "new /* one */ X()",
                "new // one\n X()",
                "new @Fresh(\"a\") X()",
                "new @a.Fresh X<>()",
                "new <T> X(t)",
                "X::new",
                "a.X<String, int[]>::new",
                "X[]::new",
                "X /* one */ ::new",
                "class Y extends X {",
                "class Y<T extends A<B>> extends a.Outer<T>.X<T> {",
                "@Made(@X)",
            })
    void made(String code) {
        assertThat(standings(code)).contains(MADE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Y extends X {",
                "class Y extends X<A, B> implements Z {",
                "record Y(int x) implements X {",
                "class Y implements A<B, C>, X {",
                "class Y implements A, a.b.X<T>, C {",
                "sealed interface Y extends A, X permits C {",
                "class Y implements A, // first\n    X {",
                "class Y implements A, @Checked(true) X\n{",
                "new X() { void run() {} }",
                "new X<>(f(\")\", ')'), \"\\\"(\") { }",
                "new X(/* ) */ 1) {",
                "new X(\"\"\"\n  )\"\"\") {",
                "enum X { A { } }",
            })
    void extended(String code) {
        assertThat(standings(code)).contains(EXTENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X(1)", "a.X ()", "a.<T>X(1)", "A::X", "A::<T>X", "this\n  .X(", "X /* one */ (1)"})
    void called(String code) {
        assertThat(standings(code)).contains(CALLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X = 1", "this.X=1", "a.X += 1", "X >>>= 1", "X\n  = f()"})
    void assigned(String code) {
        assertThat(standings(code)).contains(ASSIGNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X x;",
                "void f(A a, X x) {",
                "import a.X;",
                "import a.X.Y;",
                "f(a, X)",
                "f(X.class, X.Y)",
                "Map<A, X> map",
                "new X.Builder()",
                "/** See it. */\n    X x;",
                "@Override\n    X f",
                "return (X) f",
                "x == X",
                "if (X == x)",
                "case X -> f",
                "f(\")\")\n  X y",
            })
    void neither(String code) {
        assertThat(standings(code)).isEqualTo(EnumSet.of(Standing.ANYHOW));
    }

    @Test
    void aConstructorCallWithoutABodyMakesNoSubtype() {
        assertThat(standings("new X(f(1), \"{\").run(() -> { })")).doesNotContain(EXTENDED);
    }

    @Test
    void cutOffAnywhere() {
        String code = "class Y extends @A(\"x\") a.Outer<T>.X<A, B[]>(f(\"\\\"\")) { X x = new X(";
        for (int end = code.indexOf('X') + 1; end <= code.length(); end++) {
            assertThat(standings(code.substring(0, end))).contains(Standing.ANYHOW);
        }
    }

    /** How the first X stands. */
    private static Set<Standing> standings(String code) {
        byte[] content = code.getBytes(StandardCharsets.UTF_8);
        int at = code.indexOf('X');
        int bits = new Surroundings(content, content.length).standings(at, at + 1);
        Set<Standing> found = EnumSet.noneOf(Standing.class);
        for (Standing standing : Standing.values()) {
            if ((bits & standing.bit()) != 0) {
                found.add(standing);
            }
        }
        return found;
    }
}
