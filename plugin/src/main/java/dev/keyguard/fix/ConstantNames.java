package dev.keyguard.fix;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.Library;
import java.util.Map;
import java.util.Optional;

/** How a library spells a model: as a constant of the class the old one is of, or wrapped. */
final class ConstantNames {
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
}
