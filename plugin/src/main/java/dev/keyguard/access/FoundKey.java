package dev.keyguard.access;

import java.util.Optional;

/**
 * A key's value and where it was found.
 *
 * @param name    the name it was found under, for people
 * @param asked   the name in the code that led to it; others of the same chain say nothing about this value
 * @param mapped  whether the user said so in {@code keys}
 * @param warning what is wrong with where it was found
 */
record FoundKey(SecretKey value, String name, String asked, boolean mapped, Optional<String> warning) {}
