package dev.keyguard.source.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class WordsTest {
    @Test
    void neverDeniesAWordAndSeldomAffirmsAnother() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("word").append(i).append(i % 2 == 0 ? " " : ".");
        }
        Words words = new Words();
        byte[] content = text.append("größe_$1").toString().getBytes(StandardCharsets.UTF_8);
        long[] filter = words.of(content, content.length);

        int wrong = 0;
        for (int i = 0; i < 20_000; i++) {
            assertThat(Words.mayHold(filter, Words.hashOf("word" + i))).isTrue();
            wrong += Words.mayHold(filter, Words.hashOf("other" + i)) ? 1 : 0;
        }
        assertThat(Words.mayHold(filter, Words.hashOf("größe_$1"))).isTrue();
        assertThat(wrong).isLessThan(600);
    }

    @Test
    void aFileIsNotMistakenForTheOneBefore() {
        Words words = new Words();
        byte[] first = "alpha beta".getBytes(StandardCharsets.UTF_8);
        byte[] second = "gamma".getBytes(StandardCharsets.UTF_8);
        words.of(first, first.length);

        assertThat(Words.mayHold(words.of(second, second.length), Words.hashOf("alpha")))
                .isFalse();
        assertThat(words.of(new byte[0], 0)).hasSize(1);
    }
}
