package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MishapsTest {
    private final Mishaps mishaps = new Mishaps();

    @Test
    void aStepThatFailsIsSaidWithoutItsWords() {
        mishaps.run("src/A.java", () -> {
            throw new IllegalStateException("password");
        });
        assertThat(mishaps.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo(new Place("src/A.java", 1, 1));
            assertThat(problem.message())
                    .contains("IllegalStateException in MishapsTest", "Please report it")
                    .doesNotContain("password");
        });
    }

    @Test
    void aStackThatOverflowsIsNoMore() {
        assertThat(mishaps.found("src/A.java", MishapsTest::endless)).isEmpty();
        assertThat(mishaps.problems()).hasSize(1);
    }

    private static List<String> endless() {
        return endless();
    }

    @Test
    void othersGoOn() {
        assertThat(mishaps.found("src/A.java", () -> List.of("gpt-4o"))).containsExactly("gpt-4o");
        assertThat(mishaps.problems()).isEmpty();
    }
}
