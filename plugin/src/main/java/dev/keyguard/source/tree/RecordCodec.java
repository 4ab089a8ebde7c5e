package dev.keyguard.source.tree;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Turns records into bytes and back: components may be texts, numbers, booleans, enum constants, optionals, lists, maps
 * with text keys, records and sealed interfaces of these. What a type looks like is taken from its declaration, so a
 * changed record needs no change here, and changes the {@link #schema}. Safe to share between threads.
 */
final class RecordCodec {
    private static final Set<Class<?>> SCALARS =
            Set.of(String.class, int.class, long.class, boolean.class, Integer.class, Long.class, Boolean.class);

    private final Map<String, Form> forms = new TreeMap<>();
    private final List<Form> roots = new ArrayList<>();
    private final List<Class<?>> rootTypes;

    /** @param roots record classes that can be written */
    RecordCodec(List<Class<?>> roots) {
        this.rootTypes = List.copyOf(roots);
        roots.forEach(root -> this.roots.add(form(root)));
    }

    /** A description of every type reachable from the roots; differs whenever what is written would be read wrongly. */
    String schema() {
        StringBuilder text = new StringBuilder();
        forms.forEach((name, form) ->
                text.append(name).append(" = ").append(form.describe()).append('\n'));
        return text.toString();
    }

    /**
     * Bytes of a record.
     *
     * @param visitor told of every record and text inside
     * @return nothing if it is nested too deep
     */
    Optional<byte[]> encode(Record value, Consumer<Object> visitor) {
        int root = rootTypes.indexOf(value.getClass());
        if (root < 0) {
            return Optional.empty();
        }
        BinaryOutput out = new BinaryOutput();
        try {
            out.number(root);
            roots.get(root).write(value, new Form.Encoder(out, visitor), 0);
            return Optional.of(out.done());
        } catch (Form.TooDeep e) {
            return Optional.empty();
        }
    }

    /** @throws BinaryInput.Broken if the bytes are not those of a record */
    Object decode(BinaryInput in) {
        try {
            return roots.get(Form.choice(in, roots.size())).read(in, 0);
        } catch (IllegalArgumentException | ArithmeticException | NullPointerException | Form.TooDeep e) {
            throw new BinaryInput.Broken(e);
        }
    }

    private Form form(Type type) {
        Form known = forms.get(type.getTypeName());
        if (known != null) {
            return known;
        }
        Form form = make(type);
        forms.put(type.getTypeName(), form);
        form.resolve(this::form);
        return form;
    }

    private Form make(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return new ContainerForms.Maybe(arguments[0]);
            }
            if (generic.getRawType() == List.class) {
                return new ContainerForms.Sequence(arguments[0]);
            }
            if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                return new ContainerForms.Dictionary(arguments[1]);
            }
        }
        if (type instanceof Class<?> plain) {
            if (SCALARS.contains(plain)) {
                return new ScalarForms.Plain(plain);
            }
            if (plain.isEnum()) {
                return new ScalarForms.Constant(plain.getEnumConstants());
            }
            if (plain.isRecord()) {
                return new RecordForms.Fields(plain);
            }
            if (plain.isSealed()) {
                return new RecordForms.Choice(plain);
            }
        }
        throw new IllegalStateException("facts may not hold a " + type.getTypeName());
    }
}
