package dev.keyguard.source.tree;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes up records with every kind of value their declarations allow. */
final class RandomFacts {
    private final Random random;

    RandomFacts(long seed) {
        random = new Random(seed);
    }

    <T extends Record> T of(Class<T> type) {
        return type.cast(value(type, 0));
    }

    private Object value(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, depth);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return List.of("", "a", "gpt-4o", "größe \uD83D\uDE00\n", "x".repeat(300))
                    .get(random.nextInt(5));
        }
        if (plain == int.class || plain == Integer.class) {
            return random.nextInt(4) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(300);
        }
        if (plain == boolean.class) {
            return random.nextBoolean();
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        if (plain.isSealed()) {
            Class<?>[] permitted = plain.getPermittedSubclasses();
            return value(permitted[random.nextInt(permitted.length)], depth + 1);
        }
        return record(plain, depth);
    }

    private Object record(Class<?> type, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i].getGenericType(), depth + 1);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }

    private Object container(ParameterizedType type, int depth) {
        Type[] arguments = type.getActualTypeArguments();
        int size = depth > 12 ? 0 : random.nextInt(3);
        if (type.getRawType() == Optional.class) {
            return size == 0 ? Optional.empty() : Optional.of(value(arguments[0], depth + 1));
        }
        if (type.getRawType() == List.class) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                list.add(value(arguments[0], depth + 1));
            }
            return List.copyOf(list);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put((String) value(String.class, depth), value(arguments[1], depth + 1));
        }
        return map;
    }
}
