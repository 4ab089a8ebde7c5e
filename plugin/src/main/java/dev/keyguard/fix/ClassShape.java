package dev.keyguard.fix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What others see of a class; all names with dots, those of nested classes too.
 *
 * @param fields  names of its public fields
 * @param methods its public methods
 * @param parents its superclass and interfaces
 */
record ClassShape(Set<String> fields, List<Method> methods, List<String> parents) {
    /** A public method. */
    record Method(String name, List<String> parameters, String result) {
        boolean takes(int argument, String type) {
            return argument < parameters.size() && parameters.get(argument).equals(type);
        }

        /** The same parameters but for one, which is of another type. */
        List<String> with(int argument, String type) {
            List<String> others = new ArrayList<>(parameters);
            others.set(argument, type);
            return others;
        }
    }

    static ClassShape of(ClassReader reader) {
        Members members = new Members();
        reader.accept(members, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        List<String> parents = Stream.concat(
                        Stream.ofNullable(reader.getSuperName()), Arrays.stream(reader.getInterfaces()))
                .map(name -> dotted(name.replace('/', '.')))
                .toList();
        return new ClassShape(Set.copyOf(members.fields), List.copyOf(members.methods), parents);
    }

    private static String dotted(String name) {
        return name.replace('$', '.');
    }

    private static final class Members extends ClassVisitor {
        private final Set<String> fields = new HashSet<>();
        private final List<Method> methods = new ArrayList<>();

        Members() {
            super(Opcodes.ASM9);
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            if ((access & Opcodes.ACC_PUBLIC) != 0) {
                fields.add(name);
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            if ((access & Opcodes.ACC_PUBLIC) != 0 && (access & Opcodes.ACC_BRIDGE) == 0) {
                List<String> parameters = Arrays.stream(Type.getArgumentTypes(descriptor))
                        .map(type -> dotted(type.getClassName()))
                        .toList();
                methods.add(new Method(
                        name, parameters, dotted(Type.getReturnType(descriptor).getClassName())));
            }
            return null;
        }
    }
}
