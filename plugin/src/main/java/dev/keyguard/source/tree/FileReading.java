package dev.keyguard.source.tree;

import dev.keyguard.source.FileFacts;
import dev.keyguard.source.Place;
import dev.keyguard.source.Problem;
import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.config.ConfigFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Reads single files and hands them to their reader. What goes wrong becomes facts that hold nothing but the problem. */
public final class FileReading {
    /** Larger files are not parsed: nobody writes them by hand, and a tree of one costs a gigabyte. In bytes. */
    public static final int MAX_SIZE = 16 << 20;

    private final List<Reader> readers;

    public FileReading(List<Reader> readers) {
        this.readers = List.copyOf(readers);
    }

    /** The reader that takes a file: the first that does. */
    public Optional<Reader> readerOf(SourceFile file) {
        return readers.stream().filter(reader -> reader.reads(file)).findFirst();
    }

    /** The facts of a file, empty if no reader takes it. Never throws for what is in the file or wrong with it. */
    public Optional<FileFacts> facts(SourceFile file) {
        return facts(file, FactsMemory.none());
    }

    /** Likewise, unless the memory has the facts of this very content; otherwise it is told them. */
    Optional<FileFacts> facts(SourceFile file, FactsMemory memory) {
        return readerOf(file).map(reader -> facts(file, reader, memory));
    }

    private static FileFacts facts(SourceFile file, Reader reader, FactsMemory memory) {
        if (file.size() > MAX_SIZE) {
            return nothing(file, tooLarge());
        }
        try {
            byte[] content = bytes(file);
            return memory.facts(file, content).orElseGet(() -> {
                FileFacts facts = parse(file, content, reader);
                memory.remember(file, content, facts);
                return facts;
            });
        } catch (IOException | SecurityException e) {
            return nothing(file, unreadable(e));
        }
    }

    private static FileFacts parse(SourceFile file, byte[] content, Reader reader) {
        try {
            return reader.read(file.path(), content);
        } catch (RuntimeException | StackOverflowError e) {
            // a reader must not throw; if one does, the file is lost and nothing else
            return nothing(
                    file,
                    "The file could not be understood (" + e.getClass().getSimpleName()
                            + " in its reader); it was not checked. Please report this with the file.");
        }
    }

    /** @throws IOException if the file cannot be read, or has grown beyond {@link #MAX_SIZE} since it was listed */
    private static byte[] bytes(SourceFile file) throws IOException {
        try (InputStream in = Files.newInputStream(file.absolute())) {
            byte[] content = in.readNBytes(MAX_SIZE + 1);
            if (content.length > MAX_SIZE) {
                throw new IOException("too large");
            }
            return content;
        }
    }

    private static String tooLarge() {
        return "The file is larger than " + (MAX_SIZE >> 20) + " MB and was not checked. Split it or exclude it.";
    }

    private static String unreadable(Exception failure) {
        return "The file cannot be read (" + Listing.reason(failure)
                + "); it was not checked. Make it readable or exclude it.";
    }

    /** Facts with nothing but a problem. */
    private static FileFacts nothing(SourceFile file, String message) {
        List<Problem> problems = List.of(new Problem(new Place(file.path(), 1, 1), message));
        if (FileKind.of(file) == FileKind.CODE) {
            return new CodeFacts(file.path(), "", List.of(), List.of(), List.of(), problems);
        }
        return new ConfigFacts(file.path(), ConfigFacts.Format.PROPERTIES, List.of(), List.of(), problems);
    }
}
