package dev.keyguard.source;

/** Turns one file into facts. One reader a language or format; stateless and safe to share between threads. */
public interface Reader {
    /** Whether this reader is the one for that file, judged by its path, and its size where larger files are but data. */
    boolean reads(SourceFile file);

    /**
     * Reads the file's content. Never throws for bad content: what cannot be understood becomes a {@link Problem}.
     *
     * @param path    relative to the scanned root, with {@code /}
     * @param content the file's bytes
     */
    FileFacts read(String path, byte[] content);
}
