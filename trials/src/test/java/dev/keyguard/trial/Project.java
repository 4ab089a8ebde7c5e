package dev.keyguard.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The files of a small project. Immutable. */
record Project(Map<String, String> files) {
    Project {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** With every Java file changed. */
    Project java(UnaryOperator<String> change) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.replaceAll((path, text) -> path.endsWith(".java") ? change.apply(text) : text);
        return new Project(changed);
    }

    Project with(String path, String text) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(path, text);
        return new Project(changed);
    }

    /** Writes the files into a new folder, in an order that the seed decides, and takes the folder away afterwards. */
    <T> T in(long seed, Use<T> use) {
        try {
            // always the same name: paths in messages must not differ
            Path folder = Files.createTempDirectory("trial").resolve("project");
            try {
                List<String> paths = new ArrayList<>(files.keySet());
                Collections.shuffle(paths, new Random(seed));
                write(paths, folder);
                return use.of(folder);
            } finally {
                delete(folder.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Collection<String> paths, Path folder) throws IOException {
        for (String path : paths) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, files.get(path));
        }
    }

    /** What is in a folder now. */
    static Project read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return new Project(files);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Something done with the folder while it is there. */
    interface Use<T> {
        T of(Path folder) throws IOException;
    }
}
