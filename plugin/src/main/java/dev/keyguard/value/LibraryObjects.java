package dev.keyguard.value;

import dev.keyguard.value.ClassFileValue.FieldOf;
import dev.keyguard.value.ClassFileValue.Made;
import dev.keyguard.value.ClassFileValue.Parameter;
import dev.keyguard.value.ClassFileValue.Result;
import dev.keyguard.value.ClassFileValue.StaticField;
import dev.keyguard.value.ClassFileValue.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Evaluates what class files say of constants, across classes. Bounded; nothing is loaded or run. */
final class LibraryObjects {
    private static final int MAX_DEPTH = 12;

    private final Function<String, Optional<LibraryClass>> classes;

    /** @param classes finds a class by its internal name */
    LibraryObjects(Function<String, Optional<LibraryClass>> classes) {
        this.classes = classes;
    }

    /** The text behind a static field: a string, or the only text that its object is made with. */
    Optional<String> text(LibraryClass owner, String field) {
        return text(new StaticField(owner.name(), field), 0);
    }

    /** What {@code field.method()}, or the field's field of that name, gives. */
    Optional<String> accessor(LibraryClass owner, String field, String method) {
        return accessor(new StaticField(owner.name(), field), method, 0);
    }

    private Optional<String> text(ClassFileValue value, int depth) {
        if (depth > MAX_DEPTH) {
            return Optional.empty();
        } else if (value instanceof Text text) {
            return Optional.of(text.text());
        } else if (value instanceof StaticField field) {
            return made(field).flatMap(inner -> text(inner, depth + 1));
        } else if (value instanceof Made made) {
            return only(made.arguments().stream().skip(hidden(made)));
        } else if (value instanceof Result result) {
            return result.object()
                    .filter(object -> result.arguments().isEmpty())
                    .map(object -> accessor(object, result.method(), depth + 1))
                    .orElseGet(() -> result.object().isEmpty() ? only(result.arguments().stream()) : Optional.empty());
        }
        return Optional.empty();
    }

    private Optional<ClassFileValue> made(StaticField field) {
        return classes.apply(field.owner()).map(owner -> owner.statics().get(field.name()));
    }

    /** Enum constants are made with their name and number first. */
    private int hidden(Made made) {
        return isEnum(made.owner(), 0) ? 2 : 0;
    }

    private boolean isEnum(String type, int depth) {
        return depth < MAX_DEPTH
                && classes.apply(type)
                        .filter(found -> found.isEnum()
                                || found.above()
                                        .filter(above -> isEnum(above, depth + 1))
                                        .isPresent())
                        .isPresent();
    }

    private static Optional<String> only(Stream<ClassFileValue> values) {
        List<String> texts = values.filter(Text.class::isInstance)
                .map(value -> ((Text) value).text())
                .distinct()
                .toList();
        return texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
    }

    private Optional<String> accessor(ClassFileValue object, String member, int depth) {
        if (depth > MAX_DEPTH) {
            return Optional.empty();
        } else if (object instanceof StaticField field) {
            return made(field).flatMap(inner -> accessor(inner, member, depth + 1));
        } else if (object instanceof Made made) {
            return ofMade(made, made.owner(), member, depth);
        } else if (object instanceof Result result) {
            return ofResult(result, member, depth);
        }
        return Optional.empty();
    }

    private Optional<String> ofMade(Made made, String type, String member, int depth) {
        Optional<LibraryClass> found = depth > MAX_DEPTH ? Optional.empty() : classes.apply(type);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ClassFileValue returned = found.get().returned().get(member);
        if (returned == null) {
            return found.get()
                    .above()
                    .flatMap(above -> ofMade(made, above, member, depth + 1))
                    .or(() -> field(made, member, depth));
        } else if (returned instanceof FieldOf read && read.object().equals(ClassFileValue.SELF)) {
            return field(made, read.name(), depth);
        } else if (returned instanceof Result call
                && call.object().filter(ClassFileValue.SELF::equals).isPresent()
                && call.arguments().isEmpty()) {
            return ofMade(made, made.owner(), call.method(), depth + 1);
        }
        return text(returned, depth + 1);
    }

    private Optional<String> field(Made made, String field, int depth) {
        return classes.apply(made.owner())
                .map(type -> type.constructors().get(made.descriptor()))
                .flatMap(constructor -> {
                    Optional<ClassFileValue> set =
                            Optional.ofNullable(constructor.fields().get(field));
                    return set.isPresent()
                            ? text(given(set.get(), made), depth + 1)
                            : constructor
                                    .delegation()
                                    .filter(next -> depth < MAX_DEPTH)
                                    .flatMap(next -> field(passedOn(next, made), field, depth + 1));
                });
    }

    private static Made passedOn(LibraryClass.Delegation next, Made made) {
        return new Made(
                next.owner(),
                next.descriptor(),
                next.arguments().stream().map(argument -> given(argument, made)).toList());
    }

    private static ClassFileValue given(ClassFileValue value, Made made) {
        return value instanceof Parameter parameter
                        && parameter.index() < made.arguments().size()
                ? made.arguments().get(parameter.index())
                : value;
    }

    /** A factory's object holds the only text it was given; a builder's what the step of that name was given. */
    private Optional<String> ofResult(Result result, String member, int depth) {
        if (result.object().isEmpty()) {
            return classes.apply(result.owner())
                            .filter(type -> type.returned().containsKey(member)
                                    || type.constructors().values().stream()
                                            .anyMatch(c -> c.fields().containsKey(member)))
                            .isPresent()
                    ? only(result.arguments().stream())
                    : Optional.empty();
        }
        ClassFileValue at = result;
        for (int i = 0; i < 100 && at instanceof Result step && step.object().isPresent(); i++) {
            if (step.arguments().size() == 1 && same(step.method(), member)) {
                return text(step.arguments().get(0), depth + 1);
            }
            at = step.object().get();
        }
        return Optional.empty();
    }

    private static boolean same(String step, String accessor) {
        return bare(step, "with", "set").equals(bare(accessor, "get"));
    }

    private static String bare(String method, String... prefixes) {
        for (String prefix : prefixes) {
            if (method.startsWith(prefix) && method.length() > prefix.length()) {
                return method.substring(prefix.length()).toLowerCase(Locale.ROOT);
            }
        }
        return method.toLowerCase(Locale.ROOT);
    }
}
