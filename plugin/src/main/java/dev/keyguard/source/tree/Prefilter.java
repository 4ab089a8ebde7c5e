package dev.keyguard.source.tree;

import dev.keyguard.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One look at the bytes of each file: does it hold a trigger, and what package is it in. */
final class Prefilter {
    private static final int CHUNK = 1 << 20;

    private final ByteSearch triggers;
    private final FactsMemory memory;
    private final Parallel parallel;

    Prefilter(Collection<String> triggers, FactsMemory memory, Parallel parallel) {
        this.triggers = new ByteSearch(triggers);
        this.memory = memory;
        this.parallel = parallel;
    }

    /** A glance at each file, by path. */
    Map<String, Glance> glances(List<SourceFile> files) {
        Map<String, Glance> glances = new ConcurrentHashMap<>(files.size() * 2);
        List<SourceFile> open = files.stream()
                .filter(file -> memory.glance(file)
                        .map(known -> glances.put(file.path(), known) != null)
                        .orElse(true))
                .toList();
        parallel.each(open, FileBuffer::new, (buffer, file) -> glances.put(file.path(), glance(file, buffer)));
        return glances;
    }

    private Glance glance(SourceFile file, FileBuffer buffer) {
        try {
            if (file.size() > FileReading.MAX_SIZE) {
                return new Glance(anyIn(file), "");
            }
            buffer.read(file);
            boolean worth = anyIn(buffer.content(), buffer.length());
            boolean code = FileKind.of(file) == FileKind.CODE;
            Glance glance = new Glance(worth, code ? Headers.packageOf(buffer.content(), buffer.length()) : "");
            memory.remember(file, glance);
            return glance;
        } catch (IOException | SecurityException e) {
            return Glance.UNREADABLE;
        }
    }

    /** The end of a setting's name ({@code .model"}) does not count behind a backslash: that is a regular expression. */
    private boolean anyIn(byte[] content, int length) {
        return !triggers.scan(
                content, length, (pattern, start) -> content[start] == '.' && start > 0 && content[start - 1] == '\\');
    }

    /** A huge file is not parsed, but only one that would have been is worth a word: search it piece by piece. */
    private boolean anyIn(SourceFile file) throws IOException {
        int overlap = 1;
        for (int pattern = 0; pattern < triggers.size(); pattern++) {
            overlap = Math.max(overlap, triggers.length(pattern));
        }
        byte[] chunk = new byte[CHUNK + overlap];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file.absolute())) {
            int count;
            while ((count = in.readNBytes(chunk, kept, chunk.length - kept)) > 0) {
                int length = kept + count;
                if (anyIn(chunk, length)) {
                    return true;
                }
                kept = Math.min(overlap, length);
                System.arraycopy(chunk, length - kept, chunk, 0, kept);
            }
        }
        return false;
    }
}
