package dev.keyguard.source.tree;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The format of a cache file: a mark, a stamp that says what made it, a checksum, and the entries in the order of their
 * paths. What is cut off, damaged, or made by another version reads as no cache at all.
 *
 * @param stamp what everything the facts depend on beside the files boils down to
 */
record CacheFile(Path path, long stamp) {
    private static final long MARK = 0x6B65796775617264L; // "keyguard"
    private static final int HEADER = 3 * Long.BYTES;
    private static final long MAX_SIZE = 1L << 30;
    private static final int HASH = 32;

    /** The entries; none if there is no such file, or not of this version. */
    Map<String, CacheEntry> read() {
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > MAX_SIZE) {
                return Map.of();
            }
            byte[] content = Files.readAllBytes(path);
            if (content.length < HEADER) {
                return Map.of();
            }
            BinaryInput header = new BinaryInput(content, 0, HEADER);
            boolean mine =
                    header.word() == MARK && header.word() == stamp && header.word() == checksum(content, HEADER);
            return mine ? entries(content) : Map.of();
        } catch (IOException | SecurityException | BinaryInput.Broken e) {
            return Map.of();
        }
    }

    /** Replaces the file in one step: who reads meanwhile sees the old one or the new one, whole. */
    void write(Map<String, CacheEntry> entries) throws IOException {
        byte[] body = body(entries);
        BinaryOutput header = new BinaryOutput();
        header.word(MARK);
        header.word(stamp);
        header.word(checksum(body, 0));
        Path temporary =
                Files.createTempFile(path.getParent(), path.getFileName().toString(), ".tmp");
        try {
            try (var out = Files.newOutputStream(temporary)) {
                out.write(header.done());
                out.write(body);
            }
            try {
                Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static long checksum(byte[] content, int from) {
        CRC32C checksum = new CRC32C();
        checksum.update(content, from, content.length - from);
        return checksum.getValue();
    }

    private static byte[] body(Map<String, CacheEntry> entries) {
        BinaryOutput out = new BinaryOutput();
        out.number(entries.size());
        String before = "";
        for (Map.Entry<String, CacheEntry> one : new TreeMap<>(entries).entrySet()) {
            int shared = shared(before, one.getKey());
            out.number(shared);
            out.text(one.getKey().substring(shared));
            before = one.getKey();
            write(one.getValue(), out);
        }
        return out.done();
    }

    private static void write(CacheEntry entry, BinaryOutput out) {
        out.number(entry.size());
        out.number(entry.lastModified());
        out.number(entry.trusted() ? 1 : 0);
        out.number(entry.glance().map(glance -> glance.worth() ? 2 : 1).orElse(0));
        entry.glance().ifPresent(glance -> out.text(glance.packageName()));
        long[] words = entry.words().orElse(new long[0]);
        out.number(words.length);
        for (long word : words) {
            out.word(word);
        }
        out.number(entry.content().isPresent() ? 1 : 0);
        entry.content().ifPresent(content -> {
            out.bytes(content.hash());
            out.bytes(content.bytes(), content.from(), content.length());
        });
    }

    private static Map<String, CacheEntry> entries(byte[] content) {
        BinaryInput in = new BinaryInput(content, HEADER, content.length - HEADER);
        Map<String, CacheEntry> entries = new TreeMap<>();
        String before = "";
        for (int count = in.count(); count > 0; count--) {
            long shared = in.number();
            if (shared < 0 || shared > before.length()) {
                throw new BinaryInput.Broken();
            }
            before = before.substring(0, (int) shared) + in.text();
            entries.put(before, read(in, content));
        }
        if (!in.atEnd()) {
            throw new BinaryInput.Broken();
        }
        return entries;
    }

    private static CacheEntry read(BinaryInput in, byte[] content) {
        long size = in.number();
        long lastModified = in.number();
        boolean trusted = in.number() == 1;
        long worth = in.number();
        Optional<Glance> glance = worth == 0 ? Optional.empty() : Optional.of(new Glance(worth == 2, in.text()));
        long[] words = new long[in.count()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.word();
        }
        Optional<CacheEntry.Content> facts = Optional.empty();
        if (in.number() == 1) {
            byte[] hash = in.bytes();
            int length = in.skip();
            if (hash.length != HASH) {
                throw new BinaryInput.Broken();
            }
            facts = Optional.of(new CacheEntry.Content(hash, content, in.position() - length, length));
        }
        return new CacheEntry(
                size, lastModified, trusted, glance, words.length == 0 ? Optional.empty() : Optional.of(words), facts);
    }

    private static int shared(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        // never between the halves of one character
        return at > 0 && Character.isHighSurrogate(other.charAt(at - 1)) ? at - 1 : at;
    }
}
