package dev.keyguard.source.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.FileFacts;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.code.CodeFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FactsCacheTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir
    Path root;

    @TempDir
    Path caches;

    @BeforeEach
    void tree() throws IOException {
        write("a/A.java", "package a;\nclass A { Object o = openai(B.X); }");
        write("a/B.java", "package a;\nclass B { String X; }");
        write("a/C.java", "package a;\nclass C {}");
        write("application.properties", "k=v");
    }

    @Test
    void anUnchangedTreeIsNotReadAgain() throws IOException {
        FakeReader first = new FakeReader();
        List<FileFacts> made = run(first, "1");
        FakeReader second = new FakeReader();
        for (String path : List.of("a/A.java", "a/B.java", "a/C.java", "application.properties")) {
            // same size and time, so that looking at the content would show
            Files.writeString(root.resolve(path), "?".repeat((int) Files.size(root.resolve(path))));
            Files.setLastModifiedTime(root.resolve(path), LONG_AGO);
        }

        assertThat(first.read).hasSize(3);
        assertThat(second.read).isEmpty();
        assertThat(run(second, "1")).isEqualTo(made);
        assertThat(second.read).isEmpty();
    }

    @Test
    void aChangedFileIsReadAgainAndOnlyThat() throws IOException {
        run(new FakeReader(), "1");
        write("a/B.java", "package a;\nclass B { String X, Y; }\nclass D {}");

        FakeReader reader = new FakeReader();
        List<FileFacts> facts = run(reader, "1");

        assertThat(reader.read).containsExactly("a/B.java");
        assertThat(((CodeFacts) facts.get(2)).types()).hasSize(2);
    }

    @Test
    void aTouchedFileIsComparedByContent() throws IOException {
        run(new FakeReader(), "1");
        Files.setLastModifiedTime(root.resolve("a/A.java"), FileTime.fromMillis(1_700_000_050_000L));

        FakeReader reader = new FakeReader();
        run(reader, "1");

        assertThat(reader.read).isEmpty();
    }

    @Test
    void aFileChangedJustNowIsNotTrustedByItsTime() throws IOException {
        FileTime now = FileTime.fromMillis(System.currentTimeMillis());
        Files.setLastModifiedTime(root.resolve("a/A.java"), now);
        run(new FakeReader(), "1");
        Files.writeString(root.resolve("a/A.java"), "package a;\nclass Z { Object o = openai(B.X); }");
        Files.setLastModifiedTime(root.resolve("a/A.java"), now);

        assertThat(((CodeFacts) run(new FakeReader(), "1").get(0))
                        .types()
                        .get(0)
                        .name())
                .isEqualTo("Z");
    }

    @Test
    void madeUpTimesAreNotTrusted() throws IOException {
        FileTime epoch = FileTime.fromMillis(0);
        Files.setLastModifiedTime(root.resolve("a/A.java"), epoch);
        run(new FakeReader(), "1");
        Files.writeString(root.resolve("a/A.java"), "package a;\nclass Z { Object o = openai(B.X); }");
        Files.setLastModifiedTime(root.resolve("a/A.java"), epoch);

        assertThat(((CodeFacts) run(new FakeReader(), "1").get(0))
                        .types()
                        .get(0)
                        .name())
                .isEqualTo("Z");
    }

    @Test
    void anotherVersionStartsAnew() {
        run(new FakeReader(), "1");
        FakeReader reader = new FakeReader();
        run(reader, "2");

        assertThat(reader.read).hasSize(3);
    }

    @Test
    void aCacheCutOffAnywhereReadsAsNone() throws IOException {
        List<FileFacts> made = run(new FakeReader(), "1");
        Path file = cacheFile();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            CacheFile cut = new CacheFile(file, stampOf(whole));
            assertThat(cut.read()).isEqualTo(CacheFile.Kept.NOTHING);
        }
        Files.write(file, whole);
        assertThat(new CacheFile(file, stampOf(whole)).read().entries()).hasSize(4);
        for (int at = 0; at < whole.length; at += 7) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            assertThat(new CacheFile(file, stampOf(whole)).read()).isEqualTo(CacheFile.Kept.NOTHING);
        }
        assertThat(run(new FakeReader(), "1")).isEqualTo(made);
    }

    @Test
    void buildsAtTheSameTimeNeverSeeHalfAFile() throws Exception {
        List<FileFacts> made = run(new FakeReader(), "1");
        AtomicInteger wrong = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            threads.add(new Thread(() -> {
                for (int round = 0; round < 25; round++) {
                    // two versions that keep replacing each other's file
                    if (!run(new FakeReader(), "v" + number % 2).equals(made)) {
                        wrong.incrementAndGet();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(wrong).hasValue(0);
        try (var files = Files.list(caches)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .endsWith(".bin");
        }
    }

    @Test
    void noKeyIsKept() throws IOException {
        write("application.properties", "openai.api-key=sk-fake-canary-0123456789\nk=v");
        write("b.properties", "openai.api-key=plain-canary-words");
        run(new FakeReader(), "1");

        String kept = Files.readString(cacheFile(), StandardCharsets.ISO_8859_1);
        assertThat(kept).doesNotContain("canary");
        FakeReader reader = new FakeReader();
        run(reader, "1");
        assertThat(reader.read).containsExactlyInAnyOrder("application.properties", "b.properties");
    }

    @Test
    void theFolderIsTheOwnersAlone() throws IOException {
        Path directory = caches.resolve("deep/keyguard");
        FactsCache.open(directory, "1");

        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(directory))
                    .containsExactlyInAnyOrder(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE);
        }
        Path file = Files.writeString(caches.resolve("file"), "");
        assertThat(run(new FakeReader(), FactsCache.open(file.resolve("x"), "1")))
                .hasSize(4);
    }

    private List<FileFacts> run(FakeReader reader, String version) {
        return run(reader, FactsCache.open(caches, version));
    }

    /** Facts of what is triggered, of what mentions {@code B}, and all configuration. */
    private List<FileFacts> run(FakeReader reader, FactsCache cache) {
        Workspace workspace = new TreeWalk(List.of(reader), WalkOptions.defaults()).walk(root);
        FactsStore store = FactsStore.open(workspace, List.of(reader), Set.of("openai"), false, cache);
        List<SourceFile> files = new ArrayList<>(store.index().triggered());
        files.addAll(store.index().mentioning(Map.of("B", Standing.ANYHOW)));
        workspace
                .modules()
                .forEach(module -> module.files().stream()
                        .filter(file -> store.index().configuration().contains(file.path()))
                        .forEach(files::add));
        List<FileFacts> facts = store.facts(files, FileFacts.class);
        store.save();
        return facts;
    }

    private Path cacheFile() throws IOException {
        try (var files = Files.list(caches)) {
            return files.filter(file -> file.toString().endsWith(".bin"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long stampOf(byte[] whole) {
        return new BinaryInput(whole, Long.BYTES, Long.BYTES).word();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, LONG_AGO);
    }
}
