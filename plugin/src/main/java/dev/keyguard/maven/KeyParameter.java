package dev.keyguard.maven;

import java.util.Optional;

/**
 * Where this build takes a key from, when it holds its own, restricted one: {@code <key>} in the plugin's configuration,
 * or {@code NAME=VARIABLE} on the command line. Never a value.
 */
public final class KeyParameter {
    /** The name by which the code calls the key. */
    private String name;

    /** Environment variable that holds the key in this build. */
    private String env;

    /** Id of a {@code <server>} in settings.xml whose password is the key. */
    private String serverId;

    /** Base URL of the only endpoint the key may go to. */
    private String service;

    /** For Maven's configurator. */
    public KeyParameter() {}

    KeyParameter(String name, String env, String serverId, String service) {
        this.name = name;
        this.env = env;
        this.serverId = serverId;
        this.service = service;
    }

    /** Reads {@code NAME=VARIABLE}. */
    static KeyParameter typed(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1) {
            throw new BadParameterException(
                    "keyguard.keys takes NAME=VARIABLE pairs (names of variables, never a key's value), separated by"
                            + " commas.");
        }
        return new KeyParameter(
                text.substring(0, equals).strip(), text.substring(equals + 1).strip(), null, null);
    }

    String name() {
        if (name == null || name.isBlank()) {
            throw new BadParameterException("A <key> has no <name>. Give the name by which the code calls the key.");
        }
        return name.strip();
    }

    Optional<String> env() {
        return Optional.ofNullable(env).map(String::strip);
    }

    Optional<String> serverId() {
        return Optional.ofNullable(serverId).map(String::strip);
    }

    Optional<String> service() {
        return Optional.ofNullable(service).map(String::strip);
    }
}
