package dev.keyguard.value;

import java.util.List;

/** Something a variable, a field or a call can take its value from. */
sealed interface Source {
    /** What that expression gives. */
    record Of(At at) implements Source {}

    /** One of the elements of what that expression gives: an array, a collection, a stream. */
    record ElementOf(At collection) implements Source {}

    /** An array of these: variable arguments. */
    record Collected(List<At> elements) implements Source {}

    /** A key ({@code key}) or a value of the map that expression gives. */
    record EntryOf(At map, boolean key) implements Source {}

    /** These values, looked up outside of code: an injected property. */
    record Fixed(List<Value> values) implements Source {}

    /** Nothing that code tells; the reason is for people. */
    record Unknown(String reason) implements Source {}
}
