package dev.keyguard.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaselineTest {
    @TempDir
    Path folder;

    /** Sources in which every line may use the refused model. */
    private static final class Sources {
        private final Map<String, List<String>> files = new HashMap<>();

        Sources file(String name, int lines) {
            List<String> text = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                text.add("  ask" + (i % 7) + "(\"gpt-4o\");");
            }
            files.put(name, text);
            return this;
        }

        List<Finding> run(Optional<Baseline> baseline) {
            return outcome(baseline).findings().stream()
                    .filter(f -> f.suppressed().isEmpty())
                    .toList();
        }

        RuleRunner.Outcome outcome(Optional<Baseline> baseline) {
            Run run = Run.usual().usualKey().listed("gpt-5");
            files.forEach((name, lines) -> {
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).contains("gpt-4o")) {
                        run.model("gpt-4o", name, i + 1);
                    }
                }
            });
            RuleSettings settings =
                    new RuleSettings(Severities.parse(Map.of("model-hardcoded", "off")), List.of(), baseline);
            return new RuleRunner(Rules.all(), settings, text()).run(run.context());
        }

        SourceText text() {
            return name -> files.getOrDefault(name, List.of());
        }
    }

    private final Sources sources = new Sources().file("src/A.java", 60).file("src/B.java", 40);

    @Test
    void oneNewAmongAHundredAcceptedFails() {
        Baseline baseline = accepted();
        assertThat(baseline.size()).isEqualTo(100);
        assertThat(sources.run(Optional.of(baseline))).isEmpty();
        sources.files.get("src/B.java").add(20, "  answer = other.ask(\"gpt-4o\");");
        assertThat(sources.run(Optional.of(baseline)))
                .singleElement()
                .satisfies(f -> assertThat(f.place().line()).isEqualTo(21));
    }

    @Test
    void movingCodeAroundFailsNothing() {
        Baseline baseline = accepted();
        List<String> lines = sources.files.get("src/A.java");
        lines.addAll(0, List.of("import a;", "", "// new"));
        Collections.shuffle(lines, new java.util.Random(1));
        lines.set(5, "        " + lines.get(5).strip());
        sources.files.put("src/C.java", sources.files.remove("src/B.java"));
        RuleRunner.Outcome outcome = sources.outcome(Optional.of(baseline));
        assertThat(outcome.findings()).allMatch(f -> f.suppressed().isPresent());
        assertThat(outcome.gone()).isZero();
    }

    @Test
    void whatIsGoneIsCounted() {
        Baseline baseline = accepted();
        sources.files.get("src/A.java").subList(0, 10).clear();
        assertThat(sources.outcome(Optional.of(baseline)).gone()).isEqualTo(10);
    }

    @Test
    void theFileBringsItBack() throws IOException {
        Path path = folder.resolve("sub/keyguard-baseline.json");
        new BaselineFile(path).write(accepted());
        assertThat(sources.run(Optional.of(new BaselineFile(path).read()))).isEmpty();
        assertThat(Files.readString(path)).doesNotContain("\"line\"");
        String first = Files.readString(path);
        new BaselineFile(path).write(new BaselineFile(path).read());
        assertThat(Files.readString(path)).isEqualTo(first);
    }

    @Test
    void aDamagedFileNamesTheCommand() throws IOException {
        for (String damaged :
                List.of("", "{", "[]", "{\"schemaVersion\":9}", "{\"schemaVersion\":1,\"findings\":[{}]}")) {
            Path path = Files.writeString(folder.resolve("b.json"), damaged);
            assertThatThrownBy(() -> new BaselineFile(path).read())
                    .isInstanceOf(BadSettingException.class)
                    .hasMessageContaining("mvn keyguard:baseline");
        }
    }

    @Test
    void whatIsNoTextIsDamagedToo() throws IOException {
        // Jackson takes the zeros for UTF-32, and fails in a way of its own; found by fuzzing
        byte[] content = new byte[64];
        Arrays.fill(content, 36, 64, (byte) '{');
        Path path = Files.write(folder.resolve("b.json"), content);
        assertThatThrownBy(() -> new BaselineFile(path).read())
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("mvn keyguard:baseline");
    }

    private Baseline accepted() {
        RuleRunner.Outcome outcome = sources.outcome(Optional.empty());
        return Baseline.accepting(outcome.findings(), fingerprints());
    }

    private Fingerprints fingerprints() {
        Run run = Run.usual().usualKey().listed("gpt-5");
        sources.files.forEach((name, lines) -> {
            for (int i = 0; i < lines.size(); i++) {
                run.model("gpt-4o", name, i + 1);
            }
        });
        return new Fingerprints(run.inventory(), sources.text());
    }
}
