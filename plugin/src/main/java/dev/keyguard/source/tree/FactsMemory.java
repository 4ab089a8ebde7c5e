package dev.keyguard.source.tree;

import dev.keyguard.source.FileFacts;
import dev.keyguard.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is remembered of files from earlier runs. Everything it answers holds for the file as it is now; what it does not
 * know it leaves out. Safe to share between threads.
 */
interface FactsMemory {
    /** What a look at the file's bytes told. */
    Optional<Glance> glance(SourceFile file);

    void remember(SourceFile file, Glance glance);

    /** Names of the types that begin a line of the file. */
    Optional<List<String>> types(SourceFile file);

    void remember(SourceFile file, List<String> types);

    /** Words of which {@link #mentions} tells. */
    Set<String> asked();

    /** Which of the {@link #asked} words the file mentions. */
    Optional<List<String>> mentions(SourceFile file);

    /** Which of the words asked for each code file, by its path, mentions. */
    void remember(Set<String> asked, Map<String, List<String>> mentions);

    /** The file's facts, known without reading it. */
    Optional<FileFacts> facts(SourceFile file);

    /** The file's facts if this is the content they were made of. */
    Optional<FileFacts> facts(SourceFile file, byte[] content);

    void remember(SourceFile file, byte[] content, FileFacts facts);

    /** Keeps everything for the next run, where that is possible. */
    void save();

    /** Remembers nothing. */
    static FactsMemory none() {
        return new FactsMemory() {
            @Override
            public Optional<Glance> glance(SourceFile file) {
                return Optional.empty();
            }

            @Override
            public void remember(SourceFile file, Glance glance) {}

            @Override
            public Optional<List<String>> types(SourceFile file) {
                return Optional.empty();
            }

            @Override
            public void remember(SourceFile file, List<String> types) {}

            @Override
            public Set<String> asked() {
                return Set.of();
            }

            @Override
            public Optional<List<String>> mentions(SourceFile file) {
                return Optional.empty();
            }

            @Override
            public void remember(Set<String> asked, Map<String, List<String>> mentions) {}

            @Override
            public Optional<FileFacts> facts(SourceFile file) {
                return Optional.empty();
            }

            @Override
            public Optional<FileFacts> facts(SourceFile file, byte[] content) {
                return Optional.empty();
            }

            @Override
            public void remember(SourceFile file, byte[] content, FileFacts facts) {}

            @Override
            public void save() {}
        };
    }
}
