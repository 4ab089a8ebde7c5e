package dev.keyguard.source.tree;

import dev.keyguard.source.FileFacts;
import dev.keyguard.source.SourceFile;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The facts of files, each read once, when first asked for, and kept. Safe to share between threads. */
public final class FactsStore {
    private final FileReading reading;
    private final Parallel parallel;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private final AtomicInteger parsed = new AtomicInteger();

    public FactsStore(FileReading reading, Parallel parallel) {
        this.reading = reading;
        this.parallel = parallel;
    }

    /** The facts of a file; empty if no reader takes it. */
    public Optional<FileFacts> facts(SourceFile file) {
        Slot slot = slot(file);
        if (slot.facts == null) {
            parallel.each(List.of(file), this::read);
        }
        return slot.facts;
    }

    /** Reads files in parallel, biggest first, so that none is left alone at the end. */
    public void readAll(Collection<SourceFile> files) {
        List<SourceFile> unread = files.stream()
                .filter(file -> slot(file).facts == null)
                .sorted(Comparator.comparingLong(SourceFile::size).reversed().thenComparing(SourceFile::path))
                .toList();
        parallel.each(unread, this::read);
    }

    /** How many files were turned into facts so far. */
    public int parsed() {
        return parsed.get();
    }

    private void read(SourceFile file) {
        Slot slot = slot(file);
        synchronized (slot) {
            if (slot.facts == null) {
                slot.facts = reading.facts(file);
                if (slot.facts.isPresent()) {
                    parsed.incrementAndGet();
                }
            }
        }
    }

    private Slot slot(SourceFile file) {
        return slots.computeIfAbsent(file.path(), path -> new Slot());
    }

    private static final class Slot {
        private volatile Optional<FileFacts> facts;
    }
}
