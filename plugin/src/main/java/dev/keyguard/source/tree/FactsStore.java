package dev.keyguard.source.tree;

import dev.keyguard.source.FileFacts;
import dev.keyguard.source.Module;
import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The facts of a workspace's files, each read once, when first asked for, and kept; or taken from an earlier run where
 * the file did not change. Safe to share between threads.
 */
public final class FactsStore {
    private final FileReading reading;
    private final FactsMemory memory;
    private final Parallel parallel;
    private final CodeIndex index;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private final AtomicInteger facts = new AtomicInteger();

    private FactsStore(FileReading reading, FactsMemory memory, Parallel parallel, CodeIndex index) {
        this.reading = reading;
        this.memory = memory;
        this.parallel = parallel;
        this.index = index;
    }

    /**
     * Opens a workspace.
     *
     * @param triggers   texts one of which is in every code file worth reading at once
     * @param everything whether every file is read, whatever it holds: slow, for comparison
     */
    public static FactsStore open(
            Workspace workspace, List<Reader> readers, Set<String> triggers, boolean everything, FactsCache cache) {
        Parallel parallel = Parallel.onAllProcessors();
        FactsMemory memory = cache.memory(workspace, readers, triggers);
        CodeIndex index = new CodeIndex(
                files(workspace, FileKind.CODE),
                files(workspace, FileKind.CONFIGURATION),
                triggers,
                everything,
                memory,
                parallel);
        return new FactsStore(new FileReading(readers), memory, parallel, index);
    }

    /** In the order of their paths, each once. */
    private static List<SourceFile> files(Workspace workspace, FileKind kind) {
        List<SourceFile> files = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Module module : workspace.modules()) {
            for (SourceFile file : module.files()) {
                if (FileKind.of(file) == kind && seen.add(file.path())) {
                    files.add(file);
                }
            }
        }
        files.sort(Comparator.comparing(SourceFile::path));
        return files;
    }

    /** What the files say without being parsed. */
    public CodeIndex index() {
        return index;
    }

    /** The facts of a file; empty if no reader takes it. */
    public Optional<FileFacts> facts(SourceFile file) {
        Slot slot = slot(file);
        if (slot.facts == null) {
            parallel.each(List.of(file), this::read);
        }
        return slot.facts;
    }

    /** The facts of files of one sort, in the order given; read in parallel, biggest first, so that none is last alone. */
    public <T extends FileFacts> List<T> facts(Collection<SourceFile> files, Class<T> sort) {
        List<SourceFile> unread = files.stream()
                .filter(file -> slot(file).facts == null)
                .sorted(Comparator.comparingLong(SourceFile::size).reversed().thenComparing(SourceFile::path))
                .toList();
        parallel.each(unread, this::read);
        return files.stream()
                .map(this::facts)
                .flatMap(Optional::stream)
                .filter(sort::isInstance)
                .map(sort::cast)
                .toList();
    }

    /** How many files became facts so far, now or in an earlier run. */
    public int count() {
        return facts.get();
    }

    /** Keeps what was learnt for the next run, if there is a cache. Call once, at the end. */
    public void save() {
        index.save();
        memory.save();
    }

    private void read(SourceFile file) {
        Slot slot = slot(file);
        synchronized (slot) {
            if (slot.facts == null) {
                Optional<FileFacts> known = memory.facts(file);
                slot.facts = known.isPresent() ? known : reading.facts(file, memory);
                if (slot.facts.isPresent()) {
                    facts.incrementAndGet();
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
