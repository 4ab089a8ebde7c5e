package dev.keyguard.source.tree;

import dev.keyguard.sdk.KeyShapes;
import dev.keyguard.source.Module;
import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.build.BuildFacts;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.config.ConfigFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Keeps facts from one run to the next, one file for each workspace, so that a file that did not change costs no more
 * than a look at its size and time. Facts that may hold a key's value are not kept. Builds may share a cache at the same
 * time: the last one to end wins. Whatever is wrong with a cache, the answers are the same without it.
 */
public final class FactsCache {
    private static final String PREFIX = "facts-";
    /** A workspace that was not built for so many days is forgotten. */
    private static final long DAYS = 60;

    private final Optional<Path> directory;
    private final String version;

    private FactsCache(Optional<Path> directory, String version) {
        this.directory = directory;
        this.version = version;
    }

    /** Keeps nothing. */
    public static FactsCache none() {
        return new FactsCache(Optional.empty(), "");
    }

    /**
     * A cache in that folder, which is made, for its owner alone, if it does not exist; where that fails nothing is kept.
     *
     * @param version of keyguard: another one starts anew. Of a snapshot it should say which
     */
    public static FactsCache open(Path directory, String version) {
        try {
            if (!Files.isDirectory(directory)) {
                create(directory);
            }
            return new FactsCache(Optional.of(directory), version);
        } catch (IOException | SecurityException e) {
            return none();
        }
    }

    FactsMemory memory(Workspace workspace, List<Reader> readers, Set<String> triggers) {
        if (directory.isEmpty()) {
            return FactsMemory.none();
        }
        long start = System.currentTimeMillis();
        RecordCodec codec = new RecordCodec(List.of(CodeFacts.class, ConfigFacts.class, BuildFacts.class));
        StringBuilder made = new StringBuilder(version).append('\n').append(codec.schema());
        readers.forEach(reader -> made.append(reader.getClass().getName()).append('\n'));
        made.append(new TreeSet<>(ConfigurationPolicy.triggers(triggers))).append(new TreeSet<>(triggers));
        made.append(List.of(Standing.values()));
        Path path = directory.get().resolve(PREFIX + name(workspace) + ".bin");
        prune(path);
        Map<String, SourceFile> sources = new LinkedHashMap<>();
        workspace.modules().forEach(module -> module.files().forEach(file -> sources.putIfAbsent(file.path(), file)));
        return new CachedFacts(
                new CacheFile(path, stamp(made.toString())),
                codec,
                sources.values(),
                () -> new SecretGuard(Shapes.KNOWN),
                start);
    }

    /** Read when the first facts are kept, not before: a run in which nothing changed does without. */
    private static final class Shapes {
        private static final KeyShapes KNOWN = KeyShapes.bundled();
    }

    private static void create(Path directory) throws IOException {
        if (directory.getParent() != null) {
            Files.createDirectories(directory.getParent());
        }
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(directory);
        }
    }

    /** Other workspaces' files that nobody used for long, and what an interrupted build left. */
    private void prune(Path mine) {
        FileTime oldest = FileTime.fromMillis(System.currentTimeMillis() - TimeUnit.DAYS.toMillis(DAYS));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.orElseThrow(), PREFIX + "*")) {
            for (Path file : files) {
                if (!file.equals(mine) && Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | SecurityException | java.nio.file.DirectoryIteratorException e) {
            // another build may be pruning, too
        }
    }

    private static String name(Workspace workspace) {
        StringBuilder text =
                new StringBuilder(workspace.root().toAbsolutePath().normalize().toString());
        for (Module module : workspace.modules()) {
            text.append('\n').append(module.directory());
        }
        return HexFormat.of().toHexDigits(stamp(text.toString()));
    }

    private static long stamp(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BinaryInput(hash, 0, Long.BYTES).word();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
