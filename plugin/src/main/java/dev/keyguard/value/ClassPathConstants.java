package dev.keyguard.value;

import dev.keyguard.source.Module;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;

/**
 * Constants of libraries that the catalogue does not know, read from the module's own jars: of exactly the versions on
 * its class path. No class is loaded. Jars are listed when the first class is asked for, classes are read one by one.
 */
final class ClassPathConstants {
    /** No class file that people write is larger. */
    private static final int MAX_CLASS = 4 << 20;

    private static final int MAX_ENTRIES = 200_000;

    private final Map<Path, Set<String>> packages = new HashMap<>();
    private final Map<String, Optional<LibraryClass>> classes = new HashMap<>();

    /** Whether a jar of that module holds the class. */
    boolean has(String className, Module module) {
        return !module.dependencies().jars().isEmpty()
                && find(className, module).isPresent();
    }

    /** The text behind a static field: a string, or what an object or enum constant is made with. */
    Optional<String> constant(String className, String field, Module module) {
        return find(className, module).flatMap(c -> objects(module).text(c, field));
    }

    /** What {@code className.field.method()} gives, where the class tells. */
    Optional<String> accessor(String className, String field, String method, Module module) {
        return find(className, module).flatMap(c -> objects(module).accessor(c, field, method));
    }

    /** The texts behind static fields of a class whose names match. */
    List<String> constants(String className, Pattern name, Module module) {
        Optional<LibraryClass> found = find(className, module);
        return found.stream()
                .flatMap(c -> c.fields().stream()
                        .filter(field -> name.matcher(field).matches())
                        .flatMap(field -> objects(module).text(c, field).stream()))
                .distinct()
                .toList();
    }

    private LibraryObjects objects(Module module) {
        return new LibraryObjects(internal -> find(internal.replace('/', '.').replace('$', '.'), module));
    }

    private Optional<LibraryClass> find(String className, Module module) {
        List<Path> jars = module.dependencies().jars();
        if (jars.isEmpty()) {
            return Optional.empty();
        }
        String key = module.directory() + '\n' + className;
        Optional<LibraryClass> known = classes.get(key);
        if (known == null) {
            known = search(className, jars);
            classes.put(key, known);
        }
        return known;
    }

    /** Nested classes are written with a dot; which dots are dollars is tried out, the package is never empty. */
    private Optional<LibraryClass> search(String className, List<Path> jars) {
        String name = className.replace('.', '/');
        for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
            String folder = name.substring(0, slash);
            String entry = folder + "/" + name.substring(slash + 1).replace('/', '$') + ".class";
            for (Path jar : jars) {
                if (packages(jar).contains(folder)) {
                    Optional<LibraryClass> found = read(jar, entry);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            boolean inPackage =
                    slash < name.length() - 1 && Character.isLowerCase(folder.charAt(folder.lastIndexOf('/') + 1));
            if (inPackage) {
                break;
            }
        }
        return Optional.empty();
    }

    private Set<String> packages(Path jar) {
        return packages.computeIfAbsent(jar, ClassPathConstants::list);
    }

    private static Set<String> list(Path jar) {
        Set<String> found = new HashSet<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            var entries = zip.entries();
            for (int i = 0; entries.hasMoreElements() && i < MAX_ENTRIES; i++) {
                String name = entries.nextElement().getName();
                int slash = name.lastIndexOf('/');
                if (slash > 0 && name.endsWith(".class")) {
                    found.add(name.substring(0, slash));
                }
            }
        } catch (IOException | IllegalArgumentException notReadable) {
            return Set.of(); // a damaged jar tells nothing; building with it is the compiler's problem
        }
        return found;
    }

    private static Optional<LibraryClass> read(Path jar, String entryName) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(entryName);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(MAX_CLASS + 1);
                return bytes.length > MAX_CLASS ? Optional.empty() : Optional.of(parse(bytes));
            }
        } catch (IOException | RuntimeException notReadable) {
            return Optional.empty(); // ASM throws several kinds for class files that are none
        }
    }

    private static LibraryClass parse(byte[] bytes) {
        ClassConstantsVisitor visitor = new ClassConstantsVisitor();
        new ClassReader(bytes).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return visitor.result();
    }
}
