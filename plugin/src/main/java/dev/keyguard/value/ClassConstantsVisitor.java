package dev.keyguard.value;

import dev.keyguard.value.ClassPathConstants.LibraryClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads which texts static fields are made with, which constructor parameter sets a field, and plain getters. */
final class ClassConstantsVisitor extends ClassVisitor {
    private final Map<String, List<String>> strings = new HashMap<>();
    private final Map<String, Integer> parameters = new HashMap<>();
    private final Map<String, String> getters = new HashMap<>();
    private String name = "";
    private boolean isEnum;

    ClassConstantsVisitor() {
        super(Opcodes.ASM9);
    }

    LibraryClass result() {
        return new LibraryClass(Map.copyOf(strings), Map.copyOf(parameters), Map.copyOf(getters));
    }

    @Override
    public void visit(int version, int access, String name, String signature, String above, String[] interfaces) {
        this.name = name;
        this.isEnum = (access & Opcodes.ACC_ENUM) != 0;
    }

    @Override
    public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
        if (value instanceof String text) {
            strings.put(field, List.of(text));
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        if (method.equals("<clinit>")) {
            return new Initialiser();
        } else if (method.equals("<init>")) {
            return new Constructor(descriptor);
        }
        boolean getter = Type.getArgumentCount(descriptor) == 0 && (access & Opcodes.ACC_STATIC) == 0;
        return getter ? new Getter(method) : null;
    }

    /** Collects the texts that are loaded between one assignment of a static field and the next. */
    private final class Initialiser extends MethodVisitor {
        private final List<String> loaded = new ArrayList<>();

        Initialiser() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String text) {
                loaded.add(text);
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            if (opcode == Opcodes.PUTSTATIC && owner.equals(name)) {
                boolean constant = isEnum && descriptor.equals("L" + name + ";") && !loaded.isEmpty();
                List<String> texts = constant ? loaded.subList(1, loaded.size()) : loaded;
                strings.putIfAbsent(field, List.copyOf(texts));
                loaded.clear();
            }
        }
    }

    /** Notes which text parameter goes into which field; of an enum the first two are its name and number. */
    private final class Constructor extends MethodVisitor {
        private final Map<Integer, Integer> texts = new HashMap<>();
        private int last = -1;

        Constructor(String descriptor) {
            super(Opcodes.ASM9);
            int slot = 1;
            int text = isEnum ? -1 : 0;
            for (Type type : Type.getArgumentTypes(descriptor)) {
                if (type.getDescriptor().equals("Ljava/lang/String;")) {
                    texts.put(slot, text++);
                }
                slot += type.getSize();
            }
        }

        @Override
        public void visitVarInsn(int opcode, int slot) {
            last = opcode == Opcodes.ALOAD ? slot : -1;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            Integer text = texts.get(last);
            if (opcode == Opcodes.PUTFIELD && owner.equals(name) && text != null && text >= 0) {
                parameters.putIfAbsent(field, text);
            }
            last = -1;
        }
    }

    /** {@code return this.field;} and nothing else. */
    private final class Getter extends MethodVisitor {
        private final String method;
        private String field;
        private int reads;

        Getter(String method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String read, String descriptor) {
            reads++;
            field = opcode == Opcodes.GETFIELD && owner.equals(name) ? read : null;
        }

        @Override
        public void visitEnd() {
            if (reads == 1 && field != null) {
                getters.put(method, field);
            }
        }
    }
}
