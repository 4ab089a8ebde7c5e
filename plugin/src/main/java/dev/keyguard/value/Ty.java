package dev.keyguard.value;

import java.util.List;

/**
 * A type as far as it is known.
 *
 * @param name      qualified; a builder that Lombok generates is named as Lombok does: {@code Foo.FooBuilder}
 * @param arguments type arguments
 */
record Ty(String name, List<Ty> arguments, int dimensions) {
    static Ty of(String name) {
        return new Ty(name, List.of(), 0);
    }

    Ty argument(int i) {
        return i < arguments.size() ? arguments.get(i) : null;
    }

    /** The name without package and outer classes. */
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    boolean is(String... simpleNames) {
        for (String simple : simpleNames) {
            if (simpleName().equals(simple)) {
                return true;
            }
        }
        return false;
    }
}
