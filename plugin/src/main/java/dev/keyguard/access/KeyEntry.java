package dev.keyguard.access;

import java.util.Optional;

/**
 * Where this build takes a key from, instead of looking under the name the code uses.
 *
 * @param name     as the code calls it
 * @param env      environment variable that holds it here
 * @param serverId {@code <server>} of settings.xml whose password it is
 * @param service  only for that service ({@code openai}, a host, a base URL or a profile); absent: for all
 */
public record KeyEntry(String name, Optional<String> env, Optional<String> serverId, Optional<String> service) {
    /**
     * This entry, if keyguard can use it.
     *
     * @throws IllegalArgumentException if the name or both sources are absent; the message says what to write
     */
    public KeyEntry checked() {
        if (name.isBlank() || (env.isEmpty() && serverId.isEmpty())) {
            throw new IllegalArgumentException("keys: a key needs its <name> and where to take it from: <env> or"
                    + " <serverId>" + (name.isBlank() ? "." : " («" + name + "» has neither)."));
        }
        return this;
    }
}
