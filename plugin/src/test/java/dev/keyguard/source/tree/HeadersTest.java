package dev.keyguard.source.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class HeadersTest {
    @Test
    void findsThePackage() {
        assertThat(packageOf("package a.b;\nclass X {}")).isEqualTo("a.b");
        assertThat(packageOf("\uFEFF/* package no; */\n// package no;\n\n  package\ta . b ; import x;"))
                .isEqualTo("a.b");
        assertThat(packageOf("@file:JvmName(\"X\")\npackage a.`in` // yes\n")).isEqualTo("a.in");
        assertThat(packageOf("package\r\n  a\n  .b\n;class X {}")).isEqualTo("a.b");
        assertThat(packageOf("package a.b\nimport c.d\n")).isEqualTo("a.b");
        assertThat(packageOf("///usr/bin/env jbang\n//DEPS a:b:1\nclass X {}")).isEmpty();
        assertThat(packageOf("import a.b;\nclass X { String s = \"\\npackage no;\"; }"))
                .isEmpty();
        assertThat(packageOf("packages.x();")).isEmpty();
        assertThat(packageOf("/* open")).isEmpty();
        assertThat(packageOf("package")).isEmpty();
        assertThat(packageOf("")).isEmpty();
    }

    @Test
    void findsTypesThatBeginALine() {
        assertThat(types("public final class A {\n  class Nested {}\n}\nrecord B(int x) {}\n@Service class C {}\n"
                        + "data class D(val a: Int)\nsealed interface E\nenum class F { X }\nobject G\n"
                        + "fun interface H\n@interface I {}\n// class J\n"))
                .containsExactly("A", "B", "C", "D", "E", "F", "G", "H", "I");
    }

    @Test
    void aHostileLineIsNoTrap() {
        assertThat(types("public ".repeat(100_000) + "\n" + "@A(" + "(".repeat(100_000) + "\nclass Z {}"))
                .containsExactly("Z");
    }

    private static String packageOf(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return Headers.packageOf(content, content.length);
    }

    private static java.util.Set<String> types(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return Headers.topLevelTypes(content, content.length);
    }
}
