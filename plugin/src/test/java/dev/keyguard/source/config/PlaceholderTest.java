package dev.keyguard.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.config.Placeholder.Literal;
import dev.keyguard.source.config.Placeholder.Malformed;
import dev.keyguard.source.config.Placeholder.Opaque;
import dev.keyguard.source.config.Placeholder.Part;
import dev.keyguard.source.config.Placeholder.Reference;
import dev.keyguard.source.config.Placeholder.Style;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlaceholderTest {
    private static String shown(List<Part> parts) {
        return parts.stream().map(PlaceholderTest::shown).collect(Collectors.joining(" "));
    }

    private static String shown(Part part) {
        if (part instanceof Literal literal) {
            return "'" + literal.text() + "'" + literal.offset();
        }
        if (part instanceof Reference reference) {
            String kind = reference.kind().name().substring(0, 1);
            String name = reference.plainName().orElseGet(() -> "[" + shown(reference.name()) + "]");
            return kind + reference.offset() + "(" + name
                    + reference
                            .defaultValue()
                            .map(value -> " | " + shown(value))
                            .orElse("") + ")";
        }
        if (part instanceof Opaque opaque) {
            return "opaque" + opaque.offset() + "(" + shown(opaque.inside()) + ")";
        }
        Malformed malformed = (Malformed) part;
        return "malformed" + malformed.offset() + "(" + malformed.name().orElse("?") + ")";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "gpt-4o; 'gpt-4o'0",
                "${a}; P0(a)",
                "x-${a.b-c}-y; 'x-'0 P2(a.b-c) '-y'10",
                "${a:gpt-4o}; P0(a | 'gpt-4o'4)",
                "${a:}; P0(a | )",
                "${a:b:c}; P0(a | 'b:c'4)",
                "${a:${b:c}}; P0(a | P4(b | 'c'8))",
                "${a:x${b}y}; P0(a | 'x'4 P5(b) 'y'9)",
                "${a.${b}.c:d}; P0(['a.'2 P4(b) '.c'8] | 'd'11)",
                "${A:-b}; P0(A | '-b'4)",
                "${a:{\"x\":1}}!; P0(a | '{\"x\":1}'4) '!'12",
                "${?OPENAI_MODEL}; P0(OPENAI_MODEL)",
                "\\${a}; '${a}'0",
                "#{systemEnvironment['X']}; opaque0('systemEnvironment['X']'2)",
                "#{'${a:b}'.split(',')}; opaque0('''2 P3(a | 'b'7) ''.split(',')'9)",
                "${aes::secret}; opaque0()",
                "${{ secrets.X }}; opaque0()",
                "a {{ x }}; 'a '0 opaque2()",
                "$(openai.model); malformed0(openai.model)",
                "x$(a b); 'x$(a b)'0",
                "${openai.model; malformed0(openai.model)",
                "x${a:${b; 'x'0 malformed1(a)",
                "#{x; malformed0(x)",
                "@openai.model@; B0(openai.model)",
                "me@example.com; 'me@example.com'0",
                "$; '$'0",
                "$5; '$5'0",
                "{a}; '{a}'0",
                "${}; P0()",
            })
    void javaStyle(String value, String expected) {
        assertThat(shown(Placeholder.parse(value, Style.JAVA))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "${A}; E0(A)",
                "${A:-b}; E0(A | 'b'5)",
                "${A-b}; E0(A | 'b'4)",
                "${A:=b}; E0(A | 'b'5)",
                "${A=b}; E0(A | 'b'4)",
                "${A:?must be set}; E0(A)",
                "${A:+b}; opaque0('b'5)",
                "${A:-${B:-gpt-4o}}; E0(A | E5(B | 'gpt-4o'10))",
                "$A/v1; E0(A) '/v1'2",
                "$$A; '$A'0",
                "$(cat key); opaque0()",
                "$1; '$1'0",
            })
    void shellStyle(String value, String expected) {
        assertThat(shown(Placeholder.parse(value, Style.SHELL))).isEqualTo(expected);
    }

    @Test
    void kubernetesStyle() {
        assertThat(shown(Placeholder.parse("$(A)/v1 $$(B) ${C}", Style.KUBERNETES)))
                .isEqualTo("E0(A) '/v1 $(B) ${C}'4");
    }

    @Test
    void emptyTextHasNoParts() {
        assertThat(Placeholder.parse("", Style.JAVA)).isEmpty();
    }

    @Test
    void referencesAreFoundAtEveryDepth() {
        assertThat(Placeholder.references(Placeholder.parse("${a:${b}} #{'${c:${d}}'} ${e.${f}}", Style.JAVA)))
                .extracting(reference -> reference.plainName().orElse("?"))
                .containsExactly("a", "b", "c", "d", "?", "f");
    }

    @Test
    void styleOfAFile() {
        assertThat(Style.of("app/.env.local")).isEqualTo(Style.SHELL);
        assertThat(Style.of("docker-compose.override.yml")).isEqualTo(Style.SHELL);
        assertThat(Style.of("compose.yaml")).isEqualTo(Style.SHELL);
        assertThat(Style.of("src/main/resources/application.yml")).isEqualTo(Style.JAVA);
    }

    @Test
    void hostileNestingEnds() {
        for (Style style : Style.values()) {
            for (String piece : new String[] {"${", "${a:", "#{", "{{", "$(", "@a", "${{", "${a::", "{"}) {
                assertThat(Placeholder.parse(piece.repeat(100_000), style)).isNotEmpty();
            }
        }
        assertThat(Placeholder.parse("${a:".repeat(30) + "}".repeat(30), Style.JAVA))
                .singleElement()
                .isInstanceOf(Malformed.class);
    }
}
