package dev.keyguard.value;

import dev.keyguard.value.ClassFileValue.FieldOf;
import dev.keyguard.value.ClassFileValue.Made;
import dev.keyguard.value.ClassFileValue.Parameter;
import dev.keyguard.value.ClassFileValue.Raw;
import dev.keyguard.value.ClassFileValue.Result;
import dev.keyguard.value.ClassFileValue.StaticField;
import dev.keyguard.value.ClassFileValue.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Follows the operand stack of one method through code without branches: at each jump and each place jumped to nothing
 * is known of it. Operands of instructions that do not matter here are not tracked either, so that a value is right or
 * unknown, never somebody else's.
 */
class StackVisitor extends MethodVisitor {
    private static final int MAX_STACK = 1000;

    private final Map<Integer, ClassFileValue> locals = new HashMap<>();
    private final Deque<ClassFileValue> stack = new ArrayDeque<>();
    private final Set<Label> targets = new HashSet<>();

    StackVisitor(int access, String descriptor) {
        super(Opcodes.ASM9);
        int slot = 0;
        if ((access & Opcodes.ACC_STATIC) == 0) {
            locals.put(slot++, ClassFileValue.SELF);
        }
        int index = 0;
        for (Type type : Type.getArgumentTypes(descriptor)) {
            locals.put(slot, new Parameter(index++));
            slot += type.getSize();
        }
    }

    /** A static field gets a value. */
    void assigned(String owner, String field, ClassFileValue value) {}

    /** A field of {@code this} gets a value. */
    void set(String field, ClassFileValue value) {}

    /** The constructor calls another one, of its own class or the one above. */
    void delegates(String owner, String descriptor, List<ClassFileValue> arguments) {}

    /** The method returns a value. */
    void returns(ClassFileValue value) {}

    private void push(ClassFileValue value) {
        if (stack.size() < MAX_STACK) {
            stack.push(value);
        }
    }

    private ClassFileValue pop() {
        return stack.isEmpty() ? ClassFileValue.UNKNOWN : stack.pop();
    }

    private List<ClassFileValue> arguments(String descriptor) {
        List<ClassFileValue> arguments = new ArrayList<>();
        for (int i = Type.getArgumentTypes(descriptor).length; i > 0; i--) {
            arguments.add(pop());
        }
        Collections.reverse(arguments);
        return List.copyOf(arguments);
    }

    @Override
    public void visitLdcInsn(Object value) {
        push(value instanceof String text ? new Text(text) : ClassFileValue.UNKNOWN);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        if (opcode == Opcodes.NEWARRAY) {
            pop();
        }
        push(ClassFileValue.UNKNOWN);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        if (opcode <= Opcodes.ALOAD) {
            push(locals.getOrDefault(slot, ClassFileValue.UNKNOWN));
        } else if (opcode <= Opcodes.ASTORE) {
            locals.put(slot, pop());
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.NEW) {
            push(new Raw(type));
        } else if (opcode != Opcodes.CHECKCAST) {
            pop();
            push(ClassFileValue.UNKNOWN);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
        switch (opcode) {
            case Opcodes.GETSTATIC -> push(new StaticField(owner, field));
            case Opcodes.PUTSTATIC -> assigned(owner, field, pop());
            case Opcodes.GETFIELD -> push(new FieldOf(pop(), field));
            default -> {
                ClassFileValue value = pop();
                if (pop().equals(ClassFileValue.SELF)) {
                    set(field, value);
                }
            }
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean inInterface) {
        List<ClassFileValue> arguments = arguments(descriptor);
        Optional<ClassFileValue> object = opcode == Opcodes.INVOKESTATIC ? Optional.empty() : Optional.of(pop());
        if (method.equals("<init>")) {
            if (object.get().equals(ClassFileValue.SELF)) {
                delegates(owner, descriptor, arguments);
            } else {
                made(new Made(owner, descriptor, arguments));
            }
        } else if (Type.getReturnType(descriptor) != Type.VOID_TYPE) {
            push(new Result(object, owner, method, arguments));
        }
    }

    /** After {@code new} and {@code dup} the second reference is what the expression gives. */
    private void made(Made object) {
        if (!stack.isEmpty() && stack.peek() instanceof Raw) {
            stack.pop();
            push(object);
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle handle, Object... arguments) {
        arguments(descriptor);
        push(ClassFileValue.UNKNOWN);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.DCONST_1) {
            push(ClassFileValue.UNKNOWN);
        } else if (opcode == Opcodes.DUP) {
            ClassFileValue top = pop();
            push(top);
            push(top);
        } else if (opcode == Opcodes.POP) {
            pop();
        } else if (opcode == Opcodes.AASTORE) {
            pop();
            pop();
            pop();
        } else if (opcode == Opcodes.ARETURN) {
            returns(pop());
            stack.clear();
        } else if (opcode != Opcodes.NOP) {
            stack.clear();
        }
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        targets.add(label);
        stack.clear();
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
        visitLookupSwitchInsn(other, new int[0], labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
        targets.add(other);
        targets.addAll(List.of(labels));
        stack.clear();
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        targets.add(handler);
    }

    @Override
    public void visitLabel(Label label) {
        if (targets.contains(label)) {
            stack.clear();
            locals.clear();
        }
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        stack.clear();
        push(ClassFileValue.UNKNOWN);
    }
}
