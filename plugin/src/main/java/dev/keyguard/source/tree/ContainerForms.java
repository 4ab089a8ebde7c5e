package dev.keyguard.source.tree;

import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Optionals, lists and maps. */
final class ContainerForms {
    private ContainerForms() {}

    static final class Maybe extends Form {
        private final Type type;
        private Form inner;

        Maybe(Type type) {
            this.type = type;
        }

        @Override
        void resolve(Function<Type, Form> forms) {
            inner = forms.apply(type);
        }

        @Override
        void write(Object value, Encoder encoder, int depth) {
            Optional<?> optional = (Optional<?>) value;
            encoder.out().number(optional.isPresent() ? 1 : 0);
            if (optional.isPresent()) {
                inner.write(optional.get(), encoder, deeper(depth));
            }
        }

        @Override
        Object read(BinaryInput in, int depth) {
            return in.number() == 0 ? Optional.empty() : Optional.of(inner.read(in, deeper(depth)));
        }

        @Override
        String describe() {
            return "optional";
        }
    }

    static final class Sequence extends Form {
        private final Type type;
        private Form inner;

        Sequence(Type type) {
            this.type = type;
        }

        @Override
        void resolve(Function<Type, Form> forms) {
            inner = forms.apply(type);
        }

        @Override
        void write(Object value, Encoder encoder, int depth) {
            List<?> list = (List<?>) value;
            encoder.out().number(list.size());
            for (Object element : list) {
                inner.write(element, encoder, deeper(depth));
            }
        }

        @Override
        Object read(BinaryInput in, int depth) {
            Object[] elements = new Object[in.count()];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = inner.read(in, deeper(depth));
            }
            return List.of(elements);
        }

        @Override
        String describe() {
            return "list";
        }
    }

    static final class Dictionary extends Form {
        private final Type type;
        private Form inner;

        Dictionary(Type type) {
            this.type = type;
        }

        @Override
        void resolve(Function<Type, Form> forms) {
            inner = forms.apply(type);
        }

        @Override
        void write(Object value, Encoder encoder, int depth) {
            Map<?, ?> map = (Map<?, ?>) value;
            encoder.out().number(map.size());
            map.forEach((key, element) -> {
                encoder.text((String) key);
                inner.write(element, encoder, deeper(depth));
            });
        }

        @Override
        Object read(BinaryInput in, int depth) {
            int size = in.count();
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(in.text(), inner.read(in, deeper(depth)));
            }
            return Collections.unmodifiableMap(map);
        }

        @Override
        String describe() {
            return "map";
        }
    }
}
