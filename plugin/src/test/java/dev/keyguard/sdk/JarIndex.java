package dev.keyguard.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What the classes of some jars declare, read from their bytes: nothing is loaded. Nested classes have dots. */
final class JarIndex {
    private final List<ZipFile> jars = new ArrayList<>();
    private final Map<String, List<Home>> homes = new HashMap<>();
    private final Map<String, Shape> shapes = new HashMap<>();

    private record Home(ZipFile jar, ZipEntry entry) {}

    /** A method with the erased types of its parameters and result. */
    record Method(String name, List<String> parameters, String result) {}

    /** {@code constants}: static fields with the strings that their initialiser mentions. */
    record Shape(boolean annotation, List<String> parents, List<Method> methods, Map<String, Set<String>> constants) {}

    JarIndex(Collection<Path> files) throws IOException {
        for (Path file : files) {
            ZipFile jar = new ZipFile(file.toFile());
            jars.add(jar);
            jar.stream().filter(entry -> entry.getName().endsWith(".class")).forEach(entry -> {
                String name = entry.getName();
                String dotted = dotted(name.substring(0, name.length() - ".class".length()));
                homes.computeIfAbsent(dotted, type -> new ArrayList<>()).add(new Home(jar, entry));
            });
        }
    }

    boolean has(String className) {
        return homes.containsKey(className);
    }

    /** The class, if one of the jars has it; where several have (versions of a library), what any of them declares. */
    Optional<Shape> shape(String className) {
        return homes.containsKey(className)
                ? Optional.of(shapes.computeIfAbsent(className, name -> read(homes.get(name))))
                : Optional.empty();
    }

    /** Methods of that name, inherited ones included as far as the jars have the parents. */
    List<Method> methods(String className, String name) {
        List<Method> found = new ArrayList<>(asKotlinCompilesIt(className, name));
        for (String type : lineage(className)) {
            if (type.equals(className) || !name.equals("<init>")) {
                shape(type)
                        .ifPresent(shape -> shape.methods().stream()
                                .filter(method -> method.name().equals(name))
                                .forEach(found::add));
            }
        }
        return found;
    }

    /** A companion's method, a function named like a class, the constructor of a value class. */
    private List<Method> asKotlinCompilesIt(String className, String name) {
        boolean constructor = name.equals("<init>");
        String simpleName = className.substring(className.lastIndexOf('.') + 1);
        return Stream.of(
                        methodsOf(className + ".Companion", name),
                        methodsOf(className + "Kt", constructor ? simpleName : name),
                        methodsOf(className, constructor ? "constructor-impl" : name))
                .flatMap(List::stream)
                .toList();
    }

    private List<Method> methodsOf(String className, String name) {
        return shape(className).stream()
                .flatMap(shape -> shape.methods().stream())
                .filter(method -> method.name().equals(name))
                .toList();
    }

    /** The class and everything it extends or implements. */
    Set<String> lineage(String className) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(className));
        while (!open.isEmpty()) {
            String next = open.remove(0);
            if (seen.add(next)) {
                shape(next).ifPresent(shape -> open.addAll(shape.parents()));
            }
        }
        return seen;
    }

    private static Shape read(List<Home> homes) {
        Reader reader = new Reader();
        for (Home home : homes) {
            try (InputStream in = home.jar().getInputStream(home.entry())) {
                new ClassReader(in).accept(reader, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
            } catch (IOException e) {
                throw new AssertionError("cannot read " + home.entry(), e);
            }
        }
        return reader.shape();
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.').replace('$', '.');
    }

    private static final class Reader extends ClassVisitor {
        private boolean annotation;
        private final List<String> parents = new ArrayList<>();
        private final List<Method> methods = new ArrayList<>();
        private final Map<String, Set<String>> constants = new LinkedHashMap<>();

        Reader() {
            super(Opcodes.ASM9);
        }

        Shape shape() {
            return new Shape(annotation, parents, methods, constants);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            annotation = (access & Opcodes.ACC_ANNOTATION) != 0;
            if (parent != null) {
                parents.add(dotted(parent));
            }
            for (String type : interfaces) {
                parents.add(dotted(type));
            }
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            if ((access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC)) == Opcodes.ACC_PUBLIC) {
                // client.models: a field that is read like a method that takes nothing
                methods.add(new Method(
                        name, List.of(), dotted(Type.getType(descriptor).getClassName())));
            }
            if ((access & Opcodes.ACC_STATIC) != 0) {
                if (value instanceof String text) {
                    constants.computeIfAbsent(name, field -> new HashSet<>()).add(text.strip());
                }
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            if ((access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0) {
                List<String> parameters = new ArrayList<>();
                for (Type type : Type.getArgumentTypes(descriptor)) {
                    parameters.add(dotted(type.getClassName()));
                }
                methods.add(new Method(
                        name, parameters, dotted(Type.getReturnType(descriptor).getClassName())));
            }
            return name.equals("<clinit>") ? new Initialiser(constants) : null;
        }
    }

    /** Collects the strings on the stack's way to each static field. */
    private static final class Initialiser extends MethodVisitor {
        private final Map<String, Set<String>> constants;
        private Set<String> pending = new HashSet<>();

        Initialiser(Map<String, Set<String>> constants) {
            super(Opcodes.ASM9);
            this.constants = constants;
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String text) {
                pending.add(text.strip());
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode == Opcodes.PUTSTATIC) {
                constants.computeIfAbsent(name, field -> new HashSet<>()).addAll(pending);
                pending = new HashSet<>();
            }
        }
    }
}
