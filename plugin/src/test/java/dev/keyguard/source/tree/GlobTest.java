package dev.keyguard.source.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "*.java A.java true",
                "*.java a/A.java false",
                "**/*.java A.java true",
                "**/*.java a/b/A.java true",
                "**.java a/b/A.java true",
                "a/**/b a/b true",
                "a/**/b a/x/y/b true",
                "a/**/b a/xb false",
                "docs/ docs/x/y true",
                "docs/ docsx/y false",
                "**/gen*/** a/generated/b/C.java true",
                "**/gen*/** a/nogen/b/C.java false",
                "?.yml a.yml true",
                "?.yml /.yml false",
                "[a-c]?.yml b1.yml true",
                "[!a-c].yml b.yml false",
                "*.{yml,yaml} x.yaml true",
                "{a,b}/{c,d} b/c true",
                "\\*.x *.x true",
                "\\*.x a.x false",
            })
    void matches(String pattern, String path, boolean expected) {
        assertThat(Glob.of(pattern).matches(path)).isEqualTo(expected);
    }

    @Test
    void knowsWhenAFolderNeedNotBeEntered() {
        assertThat(Glob.of("docs/**").matchesAllBelow("docs")).isTrue();
        assertThat(Glob.of("**/gen/**").matchesAllBelow("a/gen")).isTrue();
        assertThat(Glob.of("**/gen/**").matchesAllBelow("a")).isFalse();
        assertThat(Glob.of("docs/*.java").matchesAllBelow("docs")).isFalse();
    }

    @Test
    void hostilePatternsStayLinear() {
        String path = "a".repeat(4000);
        assertThat(Glob.of("*a".repeat(400) + "b").matches(path)).isFalse();
        assertThat(Glob.of("**a".repeat(300) + "b").matches(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"[a", "{a", "{a{b}}", "x\\", "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"})
    void saysWhatIsWrong(String pattern) {
        assertThatThrownBy(() -> Glob.of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The glob \"");
    }
}
