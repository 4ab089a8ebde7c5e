package dev.keyguard.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a class file tells of its constants. Names of classes are internal ones ({@code a/b/C$D}).
 *
 * @param above        the class above, unless the JDK's
 * @param statics      static field → what it is made with
 * @param constructors by descriptor
 * @param returned     method without parameters → what it returns, where that is one thing
 */
record LibraryClass(
        String name,
        Optional<String> above,
        boolean isEnum,
        Map<String, ClassFileValue> statics,
        Map<String, Constructor> constructors,
        Map<String, ClassFileValue> returned) {
    /** What a constructor puts into fields, and the one it calls. */
    record Constructor(Map<String, ClassFileValue> fields, Optional<Delegation> delegation) {}

    /** A call of {@code this(…)} or {@code super(…)}. */
    record Delegation(String owner, String descriptor, List<ClassFileValue> arguments) {}

    /** Names of the static fields. */
    Set<String> fields() {
        return statics.keySet();
    }
}
