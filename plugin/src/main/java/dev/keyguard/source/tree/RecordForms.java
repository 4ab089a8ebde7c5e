package dev.keyguard.source.tree;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.Function;

/** Records and sealed interfaces. */
final class RecordForms {
    private RecordForms() {}

    static final class Fields extends Form {
        private final Class<?> type;
        private Method[] accessors;
        private Constructor<?> constructor;
        private Form[] components;

        Fields(Class<?> type) {
            this.type = type;
        }

        @Override
        void resolve(Function<Type, Form> forms) {
            RecordComponent[] declared = type.getRecordComponents();
            accessors = new Method[declared.length];
            components = new Form[declared.length];
            Class<?>[] types = new Class<?>[declared.length];
            for (int i = 0; i < declared.length; i++) {
                accessors[i] = declared[i].getAccessor();
                accessors[i].setAccessible(true);
                types[i] = declared[i].getType();
            }
            try {
                constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
            for (int i = 0; i < declared.length; i++) {
                components[i] = forms.apply(declared[i].getGenericType());
            }
        }

        @Override
        void write(Object value, Encoder encoder, int depth) {
            encoder.visitor().accept(value);
            try {
                for (int i = 0; i < accessors.length; i++) {
                    components[i].write(accessors[i].invoke(value), encoder, deeper(depth));
                }
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        Object read(BinaryInput in, int depth) {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].read(in, deeper(depth));
            }
            try {
                return constructor.newInstance(values);
            } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
                throw new BinaryInput.Broken(e);
            }
        }

        @Override
        String describe() {
            return Arrays.toString(type.getRecordComponents());
        }
    }

    static final class Choice extends Form {
        private final Class<?> type;
        private Class<?>[] permitted;
        private Form[] inner;

        Choice(Class<?> type) {
            this.type = type;
        }

        @Override
        void resolve(Function<Type, Form> forms) {
            permitted = type.getPermittedSubclasses();
            inner = new Form[permitted.length];
            for (int i = 0; i < permitted.length; i++) {
                inner[i] = forms.apply(permitted[i]);
            }
        }

        @Override
        void write(Object value, Encoder encoder, int depth) {
            for (int i = 0; i < permitted.length; i++) {
                if (permitted[i].isInstance(value)) {
                    encoder.out().number(i);
                    inner[i].write(value, encoder, deeper(depth));
                    return;
                }
            }
            throw new IllegalStateException(value.getClass().getName());
        }

        @Override
        Object read(BinaryInput in, int depth) {
            return inner[choice(in, inner.length)].read(in, deeper(depth));
        }

        @Override
        String describe() {
            return Arrays.toString(permitted);
        }
    }
}
