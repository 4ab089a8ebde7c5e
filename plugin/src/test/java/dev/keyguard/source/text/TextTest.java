package dev.keyguard.source.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keyguard.source.SuppressionComment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTest {
    @Test
    void linesEndInThreeWays() {
        Text text = new Text("f", "a\nb\r\nc\rd");

        assertThat(text.lines()).isEqualTo(4);
        assertThat(text.place(0)).hasToString("f:1:1");
        assertThat(text.place(2)).hasToString("f:2:1");
        assertThat(text.place(5)).hasToString("f:3:1");
        assertThat(text.place(7)).hasToString("f:4:1");
        assertThat(text.place(-1)).hasToString("f:1:1");
        assertThat(text.place(99)).hasToString("f:4:2");
        assertThat(text.endOf(2)).isEqualTo(3);
        assertThat(text.startOf(5)).isEqualTo(8);
    }

    @Test
    void byteOrderMarksDecideAndAreDropped() {
        assertThat(decoded("\uFEFFé".getBytes(StandardCharsets.UTF_8))).isEqualTo("é");
        assertThat(decoded("\uFEFFé".getBytes(StandardCharsets.UTF_16BE))).isEqualTo("é");
        assertThat(decoded("\uFEFFé".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("é");
        assertThat(decoded("é".getBytes(StandardCharsets.UTF_8))).isEqualTo("é");
        assertThat(decoded("é".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("é");
        assertThat(decoded(new byte[0])).isEmpty();
    }

    @Test
    void ignoreCommentsNeedTheirMarkAndAreOneALine() {
        IgnoreComments comments = new IgnoreComments(List.of("#", "/*", "<!--"), true);
        Text text = new Text("f", """
                # keyguard:ignore a b # keyguard:ignore c
                x: keyguard:ignore
                x /* keyguard:ignore d */ y
                  <!--keyguard:ignore-->
                # keyguard:ignores
                """);

        assertThat(comments.in(text))
                .extracting(
                        SuppressionComment::text,
                        SuppressionComment::alone,
                        comment -> comment.place().line())
                .containsExactly(tuple("a b # keyguard:ignore c", true, 1), tuple("d", false, 3), tuple("", true, 4));
    }

    private static String decoded(byte[] content) {
        return Text.decode("f", content).chars();
    }
}
