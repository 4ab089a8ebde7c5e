package dev.keyguard.fix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;

/** The fields and methods that classes on a class path have. Nothing is loaded. */
final class JarClasses {
    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_ANCESTORS = 50;

    private final List<Path> jars;
    private final Map<String, Optional<ClassShape>> shapes = new HashMap<>();

    JarClasses(List<Path> jars) {
        this.jars = List.copyOf(jars);
    }

    /** Whether some jar has that class with that public field. False where the class path is not known. */
    boolean hasField(String className, String field) {
        return shape(className).filter(shape -> shape.fields().contains(field)).isPresent();
    }

    /** The public methods of that name, inherited ones too. None where the class path is not known. */
    Stream<ClassShape.Method> methods(String className, String name) {
        Deque<String> open = new ArrayDeque<>(List.of(className));
        Set<String> seen = new java.util.LinkedHashSet<>();
        while (!open.isEmpty() && seen.size() < MAX_ANCESTORS) {
            String next = open.poll();
            if (seen.add(next)) {
                shape(next).map(ClassShape::parents).ifPresent(open::addAll);
            }
        }
        return seen.stream()
                .flatMap(type -> shape(type).stream())
                .flatMap(shape -> shape.methods().stream())
                .filter(method -> method.name().equals(name));
    }

    private Optional<ClassShape> shape(String className) {
        return shapes.computeIfAbsent(className, this::read);
    }

    private Optional<ClassShape> read(String className) {
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry entry = entry(zip, className);
                if (entry != null) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        return Optional.of(ClassShape.of(new ClassReader(in.readNBytes(MAX_BYTES))));
                    }
                }
            } catch (IOException | RuntimeException unreadable) {
                // ASM throws what it likes at damaged classes; then nothing is known of this jar
                continue;
            }
        }
        return Optional.empty();
    }

    /** Nested classes are written with a dot: try {@code a/B/C}, then {@code a/B$C}. */
    private static ZipEntry entry(ZipFile zip, String className) {
        String path = className.replace('.', '/');
        ZipEntry entry = zip.getEntry(path + ".class");
        for (int slash = path.lastIndexOf('/'); entry == null && slash > 0; slash = path.lastIndexOf('/')) {
            path = path.substring(0, slash) + "$" + path.substring(slash + 1);
            entry = zip.getEntry(path + ".class");
        }
        return entry;
    }
}
