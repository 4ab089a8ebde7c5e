package dev.keyguard.source;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A file for people and programs that is written as a whole or not at all. An old one keeps its permissions, a new one
 * gets those that the user's umask says: temporary files of the JDK would be readable by nobody else.
 */
public final class WholeFile {
    private static final String SUFFIX = ".part";

    private final Path path;

    public WholeFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** What writes the content. */
    @FunctionalInterface
    public interface Content<T> {
        /** Writes it; closing is done by the caller. */
        void writeTo(T out) throws IOException;
    }

    /** Writes text in UTF-8; missing folders are made. */
    public void write(Content<? super BufferedWriter> content) throws IOException {
        replace(part -> {
            try (BufferedWriter writer = Files.newBufferedWriter(
                    part, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(writer);
            }
        });
    }

    /** Writes bytes; missing folders are made. */
    public void write(byte[] bytes) throws IOException {
        replace(part -> Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    private void replace(Content<Path> content) throws IOException {
        Files.createDirectories(path.getParent());
        new LeftOvers(path.getParent(), prefix(), SUFFIX).sweep();
        Path part = part();
        try {
            content.writeTo(part);
            moveHere(part);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** In the same folder, so that it can be moved at once; not taken by another process or thread. */
    private Path part() {
        return path.resolveSibling(prefix() + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().getId() + SUFFIX);
    }

    private String prefix() {
        return "." + path.getFileName() + ".";
    }

    private void moveHere(Path part) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (old != null && Files.exists(path)) {
            Files.setPosixFilePermissions(part, old.readAttributes().permissions());
        }
        try {
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException plain) {
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
