package dev.keyguard.sdk;

import java.util.Optional;

/**
 * A configuration property that a framework binds to a client.
 *
 * @param library   id of the catalogue file
 * @param name      canonical (kebab-case, dotted); {@code <name>} stands for one user-chosen segment
 * @param group     the client it configures: properties with the same group belong together (for example
 *                  {@code spring.ai.openai.chat}); the common group is a prefix of the special ones and its values are
 *                  the special ones' defaults
 * @param operation as in {@link EntryPoint}
 * @param service   as in {@link EntryPoint}
 * @param versions  Maven version range of the library for which it holds, absent for all
 */
public record ConfigProperty(
        String library,
        String name,
        Role role,
        String group,
        Optional<String> operation,
        Optional<String> service,
        Optional<String> versions) {}
