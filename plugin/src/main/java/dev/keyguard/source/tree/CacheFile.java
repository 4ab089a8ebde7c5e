package dev.keyguard.source.tree;

import dev.keyguard.source.LeftOvers;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    /**
     * What a file holds.
     *
     * @param asked   words that {@link CacheEntry#mentions} counts, in order
     * @param entries by path
     */
    record Kept(List<String> asked, Map<String, CacheEntry> entries) {
        static final Kept NOTHING = new Kept(List.of(), Map.of());
    }

    /** What is kept; nothing if there is no such file, or not of this version. */
    Kept read() {
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > MAX_SIZE) {
                return Kept.NOTHING;
            }
            byte[] content = Files.readAllBytes(path);
            if (content.length < HEADER) {
                return Kept.NOTHING;
            }
            BinaryInput header = new BinaryInput(content, 0, HEADER);
            boolean mine =
                    header.word() == MARK && header.word() == stamp && header.word() == checksum(content, HEADER);
            return mine ? kept(content) : Kept.NOTHING;
        } catch (IOException | SecurityException | BinaryInput.Broken e) {
            return Kept.NOTHING;
        }
    }

    /** Replaces the file in one step: who reads meanwhile sees the old one or the new one, whole. */
    void write(Kept kept) throws IOException {
        byte[] body = body(kept);
        BinaryOutput header = new BinaryOutput();
        header.word(MARK);
        header.word(stamp);
        header.word(checksum(body, 0));
        String name = path.getFileName().toString();
        new LeftOvers(path.getParent(), name, ".tmp").sweep();
        Path temporary = Files.createTempFile(path.getParent(), name, ".tmp");
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

    private static byte[] body(Kept kept) {
        BinaryOutput out = new BinaryOutput();
        out.number(kept.asked().size());
        kept.asked().forEach(out::text);
        out.number(kept.entries().size());
        String before = "";
        for (Map.Entry<String, CacheEntry> one : new TreeMap<>(kept.entries()).entrySet()) {
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
        List<String> types = entry.types().orElse(List.of());
        out.number(entry.types().isPresent() ? types.size() : -1);
        types.forEach(out::text);
        List<Integer> mentions = entry.mentions().orElse(List.of());
        out.number(entry.mentions().isPresent() ? mentions.size() : -1);
        int before = 0;
        for (int word : mentions) {
            out.number(word - before);
            before = word;
        }
        out.number(entry.content().isPresent() ? 1 : 0);
        entry.content().ifPresent(content -> {
            out.bytes(content.hash());
            out.bytes(content.bytes(), content.from(), content.length());
        });
    }

    private static Kept kept(byte[] content) {
        BinaryInput in = new BinaryInput(content, HEADER, content.length - HEADER);
        List<String> asked = texts(in, in.count());
        Map<String, CacheEntry> entries = new HashMap<>();
        String before = "";
        for (int count = in.count(); count > 0; count--) {
            long shared = in.number();
            if (shared < 0 || shared > before.length()) {
                throw new BinaryInput.Broken();
            }
            before = before.substring(0, (int) shared) + in.text();
            entries.put(before, read(in, content, asked.size()));
        }
        if (!in.atEnd()) {
            throw new BinaryInput.Broken();
        }
        return new Kept(asked, entries);
    }

    private static List<String> texts(BinaryInput in, int count) {
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.text());
        }
        return texts;
    }

    private static CacheEntry read(BinaryInput in, byte[] content, int asked) {
        long size = in.number();
        long lastModified = in.number();
        boolean trusted = in.number() == 1;
        long worth = in.number();
        Optional<Glance> glance = worth == 0 ? Optional.empty() : Optional.of(new Glance(worth == 2, in.text()));
        int typeCount = in.countOrNone();
        Optional<List<String>> types = typeCount < 0 ? Optional.empty() : Optional.of(texts(in, typeCount));
        int mentioned = in.countOrNone();
        List<Integer> mentions = new ArrayList<>();
        for (int i = 0, word = 0; i < mentioned; i++) {
            word = (int) (word + in.number());
            if (word < 0 || word >= asked) {
                throw new BinaryInput.Broken();
            }
            mentions.add(word);
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
                size,
                lastModified,
                trusted,
                glance,
                types,
                mentioned < 0 ? Optional.empty() : Optional.of(mentions),
                facts);
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
