package dev.keyguard.value;

import dev.keyguard.value.ClassFileValue.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads what static fields are made with, what constructors put into fields, and what plain methods return. */
final class ClassConstantsVisitor extends ClassVisitor {
    private final Map<String, ClassFileValue> statics = new HashMap<>();
    private final Map<String, LibraryClass.Constructor> constructors = new HashMap<>();
    private final Map<String, ClassFileValue> returned = new HashMap<>();
    private String name = "";
    private Optional<String> above = Optional.empty();
    private boolean isEnum;

    ClassConstantsVisitor() {
        super(Opcodes.ASM9);
    }

    LibraryClass result() {
        return new LibraryClass(
                name, above, isEnum, Map.copyOf(statics), Map.copyOf(constructors), Map.copyOf(returned));
    }

    @Override
    public void visit(int version, int access, String name, String signature, String above, String[] interfaces) {
        this.name = name;
        this.above = Optional.ofNullable(above).filter(type -> !type.startsWith("java/"));
        this.isEnum = (access & Opcodes.ACC_ENUM) != 0;
    }

    @Override
    public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
        if (value instanceof String text) {
            statics.put(field, new Text(text));
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        if (method.equals("<clinit>")) {
            return new Initialiser(access, descriptor);
        } else if (method.equals("<init>")) {
            return new Making(access, descriptor);
        }
        boolean getter =
                Type.getArgumentCount(descriptor) == 0 && (access & (Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC)) == 0;
        return getter ? new Getter(method, access, descriptor) : null;
    }

    private final class Initialiser extends StackVisitor {
        Initialiser(int access, String descriptor) {
            super(access, descriptor);
        }

        @Override
        void assigned(String owner, String field, ClassFileValue value) {
            if (owner.equals(name)) {
                statics.merge(field, value, (one, other) -> ClassFileValue.UNKNOWN);
            }
        }
    }

    private final class Making extends StackVisitor {
        private final String descriptor;
        private final Map<String, ClassFileValue> fields = new HashMap<>();
        private Optional<LibraryClass.Delegation> delegation = Optional.empty();

        Making(int access, String descriptor) {
            super(access, descriptor);
            this.descriptor = descriptor;
        }

        @Override
        void set(String field, ClassFileValue value) {
            fields.merge(field, value, (one, other) -> ClassFileValue.UNKNOWN);
        }

        @Override
        void delegates(String owner, String descriptor, List<ClassFileValue> arguments) {
            delegation = Optional.of(new LibraryClass.Delegation(owner, descriptor, arguments));
        }

        @Override
        public void visitEnd() {
            constructors.put(descriptor, new LibraryClass.Constructor(Map.copyOf(fields), delegation));
        }
    }

    /** A method with several results has none that is known. */
    private final class Getter extends StackVisitor {
        private final String method;
        private final List<ClassFileValue> results = new ArrayList<>();

        Getter(String method, int access, String descriptor) {
            super(access, descriptor);
            this.method = method;
        }

        @Override
        void returns(ClassFileValue value) {
            results.add(value);
        }

        @Override
        public void visitEnd() {
            if (results.size() == 1) {
                returned.put(method, results.get(0));
            }
        }
    }
}
