package dev.keyguard.maven;

import java.util.Optional;

/**
 * An endpoint that may be sent a key, besides OpenAI's own: {@code <service>} in the plugin's configuration, or
 * {@code URL} or {@code URL=KEYNAME} on the command line.
 */
public final class ServiceParameter {
    /** Base URL, with the path that precedes {@code /models}. */
    private String url;

    /** Name of the provider profile; told from the host where absent. */
    private String profile;

    /** Name of the key that may go there, as the code calls it; any that the code binds to it where absent. */
    private String key;

    /** For Maven's configurator. */
    public ServiceParameter() {}

    ServiceParameter(String url, String profile, String key) {
        this.url = url;
        this.profile = profile;
        this.key = key;
    }

    /** Reads {@code URL} or {@code URL=KEYNAME}; a URL's own {@code =} stands before its last {@code /} or is not followed by a name. */
    static ServiceParameter typed(String text) {
        int equals = text.lastIndexOf('=');
        boolean named = equals > 0 && text.indexOf('?') < 0 && equals < text.length() - 1;
        return named
                ? new ServiceParameter(
                        text.substring(0, equals).strip(),
                        null,
                        text.substring(equals + 1).strip())
                : new ServiceParameter(text, null, null);
    }

    String url() {
        if (url == null || url.isBlank()) {
            throw new BadParameterException("A <service> has no <url>. Give the base URL of the endpoint.");
        }
        return url.strip();
    }

    Optional<String> profile() {
        return Optional.ofNullable(profile).map(String::strip);
    }

    Optional<String> key() {
        return Optional.ofNullable(key).map(String::strip);
    }
}
