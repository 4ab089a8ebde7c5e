package dev.keyguard.fix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** The fields that classes on the class path have. Nothing is loaded. */
final class JarClasses {
    private static final int MAX_BYTES = 4 << 20;

    private final List<Path> jars;
    private final Map<String, Set<String>> fields = new HashMap<>();

    JarClasses(List<Path> jars) {
        this.jars = List.copyOf(jars);
    }

    /** Whether some jar has that class with that public field. False where the class path is not known. */
    boolean hasField(String className, String field) {
        return fields.computeIfAbsent(className, this::read).contains(field);
    }

    private Set<String> read(String className) {
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry entry = entry(zip, className);
                if (entry != null) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        return fields(in.readNBytes(MAX_BYTES));
                    }
                }
            } catch (IOException | RuntimeException unreadable) {
                // ASM throws what it likes at damaged classes; then nothing is known of this jar
                continue;
            }
        }
        return Set.of();
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

    private static Set<String> fields(byte[] bytes) {
        Set<String> names = new HashSet<>();
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public FieldVisitor visitField(
                                    int access, String name, String descriptor, String signature, Object value) {
                                if ((access & Opcodes.ACC_PUBLIC) != 0) {
                                    names.add(name);
                                }
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return names;
    }
}
