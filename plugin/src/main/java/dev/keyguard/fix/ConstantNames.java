package dev.keyguard.fix;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.EntryPoint;
import dev.keyguard.sdk.Library;
import dev.keyguard.sdk.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the libraries of a class path spell a model: as a constant of the class the old one is of, wrapped, or as text. */
final class ConstantNames {
    private static final String TEXT = "java.lang.String";

    private final Catalogue catalogue;
    private final JarClasses jars;

    ConstantNames(Catalogue catalogue, JarClasses jars) {
        this.catalogue = catalogue;
        this.jars = jars;
    }

    /** Name of the constant of that class with that id, if the class on the class path really has it. */
    Optional<String> constant(String className, String id) {
        return catalogue.libraries().stream()
                .map(Library::constants)
                .flatMap(constants -> constants.entrySet().stream())
                .filter(e -> e.getValue().equals(id))
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith(className + ".") && name.indexOf('.', className.length() + 1) < 0)
                .map(name -> name.substring(className.length() + 1))
                .sorted()
                .filter(name -> jars.hasField(className, name))
                .findFirst();
    }

    /** Whether {@code className.of("id")} is a model. */
    boolean wraps(String className) {
        return catalogue.isWrapper(className, "of");
    }

    /**
     * Whether a call that takes a constant of that class as its first argument takes the id as text, too: whatever
     * class of the class path has such a method for models must have the same one for text.
     */
    boolean takesText(String method, String className) {
        List<String> owners = catalogue.entryPoints(method).stream()
                .filter(entry -> entry.role() == Role.MODEL && entry.parameter() == 0)
                .map(EntryPoint::className)
                .distinct()
                .filter(owner -> jars.methods(owner, method).anyMatch(m -> m.takes(0, className)))
                .toList();
        return !owners.isEmpty() && owners.stream().allMatch(owner -> overloaded(owner, method, className));
    }

    private boolean overloaded(String owner, String method, String className) {
        return jars.methods(owner, method)
                .filter(m -> m.takes(0, className))
                .allMatch(typed -> jars.methods(owner, method)
                        .anyMatch(other -> other.parameters().equals(typed.with(0, TEXT))));
    }

    /** Whether {@code CONSTANT.accessor()} is the id as text. */
    boolean isText(String className, String accessor) {
        return accessor.equals("toString")
                || catalogue.isAccessor(accessor)
                        && jars.methods(className, accessor)
                                .anyMatch(m ->
                                        m.parameters().isEmpty() && m.result().equals(TEXT));
    }
}
