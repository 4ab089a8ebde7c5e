package dev.keyguard.access;

import dev.keyguard.source.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code keyguard.lock.json}. Holds names of keys and ids of models, no secrets. */
final class LockFile {
    /** The usual name. */
    static final String NAME = "keyguard.lock.json";

    private static final long LARGEST = 20L * 1024 * 1024;

    private final Path path;

    LockFile(Path path) {
        this.path = path;
    }

    /**
     * What it holds; empty if there is no such file.
     *
     * @throws LockFileException if it is there and cannot be used
     */
    Optional<List<LockEntry>> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
                throw new LockFileException(path + " is no lock file: not a file, or larger than any list of models."
                        + " Write it anew: mvn keyguard:lock");
            }
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            return Optional.of(new LockText(path.getFileName().toString()).read(text));
        } catch (IOException e) {
            throw new LockFileException(path + " cannot be read ("
                    + e.getClass().getSimpleName() + "). Check its permissions, or write it anew: mvn keyguard:lock");
        }
    }

    /** Writes it whole; an old one stays if that fails. */
    void write(List<LockEntry> entries, String toolVersion) throws IOException {
        new WholeFile(path).write(out -> out.write(new LockText(NAME).write(entries, toolVersion)));
    }
}
