package dev.keyguard.source.tree;

import java.util.Arrays;

/** Values without parts. */
final class ScalarForms {
    private ScalarForms() {}

    static final class Plain extends Form {
        private final Class<?> type;

        Plain(Class<?> type) {
            this.type = type;
        }

        @Override
        void write(Object value, Encoder encoder, int depth) {
            if (value instanceof String text) {
                encoder.text(text);
            } else if (value instanceof Boolean flag) {
                encoder.out().number(flag ? 1 : 0);
            } else {
                encoder.out().number(((Number) value).longValue());
            }
        }

        @Override
        Object read(BinaryInput in, int depth) {
            if (type == String.class) {
                return in.text();
            }
            long number = in.number();
            if (type == boolean.class || type == Boolean.class) {
                return number != 0;
            }
            return type == int.class || type == Integer.class ? (Object) Math.toIntExact(number) : (Object) number;
        }

        @Override
        String describe() {
            return type.getName();
        }
    }

    static final class Constant extends Form {
        private final Object[] constants;

        Constant(Object[] constants) {
            this.constants = constants;
        }

        @Override
        void write(Object value, Encoder encoder, int depth) {
            encoder.out().number(((Enum<?>) value).ordinal());
        }

        @Override
        Object read(BinaryInput in, int depth) {
            return constants[choice(in, constants.length)];
        }

        @Override
        String describe() {
            return Arrays.toString(constants);
        }
    }
}
