package dev.keyguard.source.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.FileFacts;
import dev.keyguard.source.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what a reader makes of a fixture with the printed facts beside it ({@code Name.java} and
 * {@code Name.java.facts}). To accept a change on purpose, delete the {@code .facts} file: it is written anew and the
 * test fails once.
 */
public final class Fixtures {
    private static final Path FOLDER = Path.of("src/test/resources/facts");

    private Fixtures() {}

    /** Checks one fixture, for example {@code java/Flow.java}. */
    public static void check(Reader reader, String name) {
        try {
            Path source = FOLDER.resolve(name);
            FileFacts facts = reader.read(name.substring(name.indexOf('/') + 1), Files.readAllBytes(source));
            String printed = FactsPrinter.print((CodeFacts) facts, true);
            Path expected = FOLDER.resolve(name + ".facts");
            if (!Files.exists(expected)) {
                Files.writeString(expected, printed);
                throw new AssertionError("written, look at it: " + expected);
            }
            assertThat(printed).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
