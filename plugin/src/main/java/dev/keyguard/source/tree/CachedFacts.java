package dev.keyguard.source.tree;

import dev.keyguard.source.FileFacts;
import dev.keyguard.source.SourceFile;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The memory of a workspace that is kept in a file. */
final class CachedFacts implements FactsMemory {
    /** A file changed within this time before the run, in milliseconds, may change again without its time changing. */
    private static final long GRAIN = 2_000;
    /** Times before this, 2000-01-01 in milliseconds, are made up: by archives, containers, reproducible builds. */
    private static final long MADE_UP = 946_684_800_000L;

    private final CacheFile file;
    private final RecordCodec codec;
    private final Supplier<SecretGuard> guards;
    private final long start;
    private final Map<String, SourceFile> sources = new HashMap<>();
    private final CacheFile.Kept before;
    private List<String> asked;
    private final Map<String, CacheEntry> now = new ConcurrentHashMap<>();

    /**
     * @param sources every file that may be asked about; what is known of others is forgotten
     * @param guards  makes a watch over the facts of one file
     * @param start   when the files were looked at, milliseconds since the epoch
     */
    CachedFacts(
            CacheFile file,
            RecordCodec codec,
            Collection<SourceFile> sources,
            Supplier<SecretGuard> guards,
            long start) {
        this.file = file;
        this.codec = codec;
        this.guards = guards;
        this.start = start;
        this.before = file.read();
        this.asked = before.asked();
        for (SourceFile source : sources) {
            this.sources.put(source.path(), source);
            CacheEntry known = before.entries().get(source.path());
            if (known != null && known.trusted() && known.unchanged(source)) {
                now.put(source.path(), known);
            }
        }
    }

    @Override
    public Optional<Glance> glance(SourceFile source) {
        return known(source).flatMap(CacheEntry::glance);
    }

    @Override
    public void remember(SourceFile source, Glance glance) {
        update(source, entry -> entry.with(glance));
    }

    @Override
    public Optional<List<String>> types(SourceFile source) {
        return known(source).flatMap(CacheEntry::types);
    }

    @Override
    public void remember(SourceFile source, List<String> types) {
        update(source, entry -> entry.withTypes(types));
    }

    @Override
    public Set<String> asked() {
        return Set.copyOf(before.asked());
    }

    @Override
    public Optional<List<String>> mentions(SourceFile source) {
        return known(source)
                .flatMap(CacheEntry::mentions)
                .map(numbers -> numbers.stream().map(before.asked()::get).toList());
    }

    @Override
    public void remember(Set<String> words, Map<String, List<String>> mentions) {
        SecretGuard guard = guards.get();
        words.forEach(guard);
        if (guard.tripped()) {
            return;
        }
        List<String> sorted = words.stream().sorted().toList();
        mentions.forEach((path, of) -> {
            SourceFile source = sources.get(path);
            if (source != null) {
                List<Integer> numbers = of.stream()
                        .map(word -> Collections.binarySearch(sorted, word))
                        .sorted()
                        .toList();
                update(source, entry -> entry.withMentions(numbers));
            }
        });
        asked = sorted;
    }

    @Override
    public Optional<FileFacts> facts(SourceFile source) {
        return known(source).flatMap(CacheEntry::content).flatMap(this::decode);
    }

    @Override
    public Optional<FileFacts> facts(SourceFile source, byte[] content) {
        Optional<CacheEntry.Content> old = Optional.ofNullable(before.entries().get(source.path()))
                .filter(entry -> entry.size() == content.length)
                .flatMap(CacheEntry::content)
                .filter(facts -> Arrays.equals(facts.hash(), hash(content)));
        Optional<FileFacts> facts = old.flatMap(this::decode);
        if (facts.isPresent()) {
            update(source, entry -> entry.with(old.get()));
        }
        return facts;
    }

    @Override
    public void remember(SourceFile source, byte[] content, FileFacts facts) {
        if (!(facts instanceof Record record) || content.length != source.size()) {
            return; // changed since it was listed: its size would say nothing
        }
        SecretGuard guard = guards.get();
        codec.encode(record, guard)
                .filter(bytes -> !guard.tripped())
                .map(bytes -> new CacheEntry.Content(hash(content), bytes, 0, bytes.length))
                .ifPresent(made -> update(source, entry -> entry.with(made)));
    }

    @Override
    public void save() {
        Map<String, CacheEntry> kept = new HashMap<>();
        now.forEach((path, entry) -> kept.put(path, entry.trusted(trusted(entry))));
        CacheFile.Kept all = new CacheFile.Kept(asked, kept);
        if (all.equals(before)) {
            return;
        }
        try {
            file.write(all);
        } catch (IOException | SecurityException e) {
            // no room, no right: the next run reads again what this one read
        }
    }

    private boolean trusted(CacheEntry entry) {
        return entry.trusted() || entry.lastModified() > MADE_UP && entry.lastModified() < start - GRAIN;
    }

    private Optional<CacheEntry> known(SourceFile source) {
        return Optional.ofNullable(now.get(source.path()));
    }

    private void update(SourceFile source, UnaryOperator<CacheEntry> change) {
        if (sources.containsKey(source.path())) {
            now.compute(source.path(), (path, entry) -> change.apply(entry == null ? CacheEntry.of(source) : entry));
        }
    }

    private Optional<FileFacts> decode(CacheEntry.Content content) {
        try {
            Object facts = codec.decode(new BinaryInput(content.bytes(), content.from(), content.length()));
            return Optional.of((FileFacts) facts);
        } catch (BinaryInput.Broken e) {
            return Optional.empty();
        }
    }

    private static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
