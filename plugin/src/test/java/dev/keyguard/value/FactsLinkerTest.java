package dev.keyguard.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every construct that is followed, and what looks like it: the expectations stand in the fixtures. */
final class FactsLinkerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "names",
                "locals",
                "fields",
                "enums",
                "records",
                "choices",
                "texts",
                "collections",
                "parameters",
                "objects",
                "functions",
                "environment",
                "lookups",
                "spring",
                "microprofile",
                "libraries",
                "beans",
                "wild",
                "kotlin"
            })
    void follows(String group) {
        List<LinkerFixtures.Sink> sinks = new LinkerFixtures("value/" + group).sinks();
        assertThat(sinks).isNotEmpty();
        assertThat(sinks.stream().map(s -> s.place() + "  " + s.found()).toList())
                .isEqualTo(
                        sinks.stream().map(s -> s.place() + "  " + s.expected()).toList());
    }
}
