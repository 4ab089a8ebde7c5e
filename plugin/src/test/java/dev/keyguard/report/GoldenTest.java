package dev.keyguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.rule.Run;
import dev.keyguard.rule.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format, to the letter. {@code -Drecreate=true} writes the expectation anew. */
final class GoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    static List<Reporter> reporters() {
        return Reporters.all(Sample.TEXT, Run.TODAY);
    }

    @ParameterizedTest
    @MethodSource("reporters")
    void writesWhatWasAgreed(Reporter reporter) throws IOException {
        String written = Sample.write(reporter, Sample.report(Sample.run(), Sample.TEXT));
        Path golden = GOLDEN.resolve(reporter.fileName().orElse("github.txt"));
        if (Boolean.getBoolean("recreate")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, written);
        }
        assertThat(written).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("reporters")
    void namesAreInert(Reporter reporter) throws IOException {
        String written = Sample.write(reporter, Sample.hostile());
        assertThat(written).doesNotContain("\u001b", "\u202e", "\u0007");
        if (reporter.name().equals("html") || reporter.fileName().orElse("").endsWith(".xml")) {
            assertThat(written).doesNotContain("</script><b>");
        }
        assertThat(written.lines().filter(l -> l.startsWith("::error::x"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reporters")
    void hardCodedKeysAreNotShown(Reporter reporter) throws IOException {
        SourceText secret = file -> List.of("String key = \"sk-fake-" + "a".repeat(40) + "\";");
        String written = Sample.write(reporter, Sample.report(Sample.run(), secret));
        assertThat(written).doesNotContain("sk-fake-aaaa");
    }
}
