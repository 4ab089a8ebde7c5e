package dev.keyguard.source.tree;

import dev.keyguard.source.SourceFile;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads whole files into one array that is used again for the next. For one thread. */
final class FileBuffer {
    private byte[] content = new byte[64 << 10];
    private int length;

    /**
     * Reads a file; the former content is gone.
     *
     * @throws IOException if it cannot be read or is larger than {@link FileReading#MAX_SIZE}
     */
    FileBuffer read(SourceFile file) throws IOException {
        length = 0;
        try (InputStream in = open(file.absolute())) {
            int count;
            while ((count = in.read(content, length, content.length - length)) >= 0) {
                length += count;
                if (length > FileReading.MAX_SIZE) {
                    throw new IOException("too large");
                }
                if (length == content.length) {
                    content = Arrays.copyOf(content, content.length * 2);
                }
            }
        }
        return this;
    }

    /** The array; only the first {@link #length} bytes are the file's. */
    byte[] content() {
        return content;
    }

    int length() {
        return length;
    }

    /** A copy of the file's bytes, which stays. */
    byte[] bytes() {
        return Arrays.copyOf(content, length);
    }

    private static InputStream open(Path path) throws IOException {
        try {
            return new FileInputStream(path.toFile()); // on the default file system; fewer calls than a channel
        } catch (UnsupportedOperationException e) {
            return Files.newInputStream(path);
        }
    }
}
