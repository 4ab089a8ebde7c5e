package dev.keyguard.source;

/**
 * Something that kept a reader from understanding a file, or a part of it.
 *
 * @param place   where
 * @param message one sentence, with the remedy where there is one; never a key's value
 */
public record Problem(Place place, String message) {}
