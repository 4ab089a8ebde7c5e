package dev.keyguard.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.keyguard.source.FileFacts;
import dev.keyguard.source.Reader;
import dev.keyguard.source.build.CatalogueReader;
import dev.keyguard.source.build.GradleReader;
import dev.keyguard.source.build.PomReader;
import dev.keyguard.source.config.DotenvReader;
import dev.keyguard.source.config.HoconReader;
import dev.keyguard.source.config.JsonReader;
import dev.keyguard.source.config.PropertiesReader;
import dev.keyguard.source.config.XmlReader;
import dev.keyguard.source.config.YamlReader;
import dev.keyguard.source.java.JavaReader;
import dev.keyguard.source.kotlin.KotlinReader;
import java.util.Arrays;
import java.util.List;

/** Any bytes become facts: no exception, and places that are in the file. */
final class ReadersFuzz {
    private static final JavaReader JAVA = new JavaReader();
    private static final List<Named> CONFIGURATION = List.of(
            new Named("application.properties", new PropertiesReader()),
            new Named("application.yml", new YamlReader()),
            new Named("appsettings.json", new JsonReader()),
            new Named(".env", new DotenvReader()),
            new Named("beans.xml", new XmlReader()),
            new Named("application.conf", new HoconReader()),
            new Named("pom.xml", new PomReader()),
            new Named("build.gradle", new GradleReader()),
            new Named("gradle/libs.versions.toml", new CatalogueReader()),
            new Named("src/main/kotlin/A.kt", new KotlinReader()));

    private record Named(String path, Reader reader) {}

    @FuzzTest
    void java(byte[] content) {
        sound(JAVA, "src/main/java/A.java", content);
    }

    /** The first byte says which format, from {@code a} on. */
    @FuzzTest
    void configuration(byte[] content) {
        if (content.length > 0) {
            Named one = CONFIGURATION.get(Math.floorMod(content[0] - 'a', CONFIGURATION.size()));
            sound(one.reader(), one.path(), Arrays.copyOfRange(content, 1, content.length));
        }
    }

    private static void sound(Reader reader, String path, byte[] content) {
        FileFacts facts = reader.read(path, content);
        assertThat(facts.path()).isEqualTo(path);
        int lines = 1;
        for (byte b : content) {
            lines += b == '\n' || b == '\r' || b == '\f' || b < 0 ? 1 : 0;
        }
        int most = lines;
        assertThat(facts.problems()).allSatisfy(problem -> {
            assertThat(problem.place().file()).isEqualTo(path);
            assertThat(problem.place().line()).isLessThanOrEqualTo(most);
            assertThat(problem.message()).isNotBlank();
        });
        assertThat(reader.read(path, content)).as("read again").isEqualTo(facts);
    }
}
