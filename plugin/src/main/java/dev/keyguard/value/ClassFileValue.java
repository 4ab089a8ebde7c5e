package dev.keyguard.value;

import java.util.List;
import java.util.Optional;

/** What a class file says an expression is, without running anything. */
sealed interface ClassFileValue {
    ClassFileValue UNKNOWN = new Unknown();
    ClassFileValue SELF = new Self();

    /** A text written in the class. */
    record Text(String text) implements ClassFileValue {}

    /** A static field; {@code owner} is an internal name. */
    record StaticField(String owner, String name) implements ClassFileValue {}

    /** The parameter of that number of the method, from 0. */
    record Parameter(int index) implements ClassFileValue {}

    /** A field of an object. */
    record FieldOf(ClassFileValue object, String name) implements ClassFileValue {}

    /** An object made by a constructor; {@code owner} is an internal name. */
    record Made(String owner, String descriptor, List<ClassFileValue> arguments) implements ClassFileValue {}

    /** What a method gives; without an object of a static one. */
    record Result(Optional<ClassFileValue> object, String owner, String method, List<ClassFileValue> arguments)
            implements ClassFileValue {}

    /** {@code this}. */
    record Self() implements ClassFileValue {}

    /** Memory reserved by {@code new}, before the constructor. */
    record Raw(String owner) implements ClassFileValue {}

    /** Anything else. */
    record Unknown() implements ClassFileValue {}
}
