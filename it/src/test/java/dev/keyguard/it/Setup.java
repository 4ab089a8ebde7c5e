package dev.keyguard.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where the build put things; see {@code it/pom.xml}. */
final class Setup {
    static final String VERSION = System.getProperty("it.version");
    static final String PLUGIN = "dev.keyguard:keyguard-maven-plugin:" + VERSION;

    private Setup() {}

    static Path folder(String property) {
        return Path.of(System.getProperty("it." + property)).toAbsolutePath();
    }

    static List<String> words(String property) {
        return Arrays.stream(System.getProperty("it." + property, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A fresh copy of a sample application. */
    static Path sample(String name, String purpose) throws IOException {
        Path target = empty(purpose);
        copy(folder("samples").resolve(name), target);
        return target;
    }

    /** An empty folder of that name. */
    static Path empty(String purpose) throws IOException {
        Path target = folder("work").resolve(purpose);
        delete(target);
        return Files.createDirectories(target);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    file.toFile().setReadable(true);
                    Files.delete(file);
                }
            }
        }
    }
}
