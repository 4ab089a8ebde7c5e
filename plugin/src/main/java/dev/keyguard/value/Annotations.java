package dev.keyguard.value;

import dev.keyguard.source.code.AnnotationFact;
import java.util.List;
import java.util.Optional;

/** Look-up among written annotations, by simple name: import tricks with annotations of the same name do not occur. */
final class Annotations {
    private Annotations() {}

    static Optional<AnnotationFact> find(List<AnnotationFact> annotations, String simpleName) {
        for (AnnotationFact annotation : annotations) {
            if (annotation.simpleName().equals(simpleName)) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }

    static boolean any(List<AnnotationFact> annotations, String... simpleNames) {
        for (String name : simpleNames) {
            if (find(annotations, name).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
