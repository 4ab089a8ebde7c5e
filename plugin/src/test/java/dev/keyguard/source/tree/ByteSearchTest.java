package dev.keyguard.source.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ByteSearchTest {
    @Test
    void findsWhatIndexOfFinds() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String text = text(random, random.nextInt(200));
            Set<String> patterns = new TreeSet<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                patterns.add(text(random, 1 + random.nextInt(13)));
            }

            assertThat(found(patterns, text)).as("%s in %s", patterns, text).isEqualTo(expected(patterns, text));
        }
    }

    @Test
    void looksAtTheFirstBytesOnly() {
        byte[] content = "xx openai".getBytes(StandardCharsets.UTF_8);
        ByteSearch search = new ByteSearch(Set.of("openai"));

        assertThat(search.anyIn(content, content.length)).isTrue();
        assertThat(search.anyIn(content, content.length - 1)).isFalse();
        assertThat(search.anyIn(new byte[0], 0)).isFalse();
        assertThat(new ByteSearch(Set.of()).anyIn(content, content.length)).isFalse();
    }

    /** Few letters, so that patterns overlap and nearly match. */
    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("abä".charAt(random.nextInt(3)));
        }
        return text.toString();
    }

    private static List<String> found(Set<String> patterns, String text) {
        List<String> numbered = List.copyOf(new TreeSet<>(patterns));
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        new ByteSearch(patterns).scan(content, content.length, (pattern, at) -> {
            found.add(at + " " + numbered.get(pattern));
            return true;
        });
        found.sort(null);
        return found;
    }

    private static List<String> expected(Set<String> patterns, String text) {
        List<String> all = new ArrayList<>();
        for (String pattern : patterns) {
            for (int at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
                all.add(text.substring(0, at).getBytes(StandardCharsets.UTF_8).length + " " + pattern);
            }
        }
        all.sort(null);
        return all;
    }
}
