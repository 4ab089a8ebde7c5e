package dev.keyguard.value;

import dev.keyguard.source.Module;
import java.util.Optional;

/** Constants of libraries that the catalogue does not know, read from the module's own jars. */
final class ClassPathConstants {
    /** Whether a jar of that module holds the class. */
    boolean has(String className, Module module) {
        return false;
    }

    /** The text behind a static field: a string, or what an object or enum constant is made with. */
    Optional<String> constant(String className, String field, Module module) {
        return Optional.empty();
    }

    /** What {@code className.field.method()} gives, where the class tells. */
    Optional<String> accessor(String className, String field, String method, Module module) {
        return Optional.empty();
    }
}
