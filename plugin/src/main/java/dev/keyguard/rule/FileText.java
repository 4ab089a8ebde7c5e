package dev.keyguard.rule;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Reads text below a folder; UTF-8, else ISO-8859-1, which never fails. */
final class FileText implements SourceText {
    private static final long MAX_BYTES = 8L << 20;

    private final Path root;
    private final ConcurrentMap<String, List<String>> files = new ConcurrentHashMap<>();

    FileText(Path root) {
        this.root = root;
    }

    @Override
    public List<String> lines(String file) {
        return files.computeIfAbsent(file, this::read);
    }

    private List<String> read(String file) {
        try {
            Path path = root.resolve(file);
            if (!Files.isRegularFile(path) || Files.size(path) > MAX_BYTES) {
                return List.of();
            }
            return decode(Files.readAllBytes(path)).lines().toList();
        } catch (IOException | InvalidPathException unreadable) {
            // an excerpt is a comfort: without it the finding still stands
            return List.of();
        }
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
