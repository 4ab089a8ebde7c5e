package dev.keyguard.usage;

import dev.keyguard.value.Trail;
import java.util.Optional;

/**
 * Where a request goes.
 *
 * @param service      {@code openai}, {@code azure}, {@code other:HOST}, {@code other:PROFILE} or {@code unknown}
 * @param assumed      whether nothing names a base URL and the library's default is taken
 * @param baseUrl      as far as it is known
 * @param organization name or value of the organisation sent, if any
 * @param project      likewise the project
 * @param trail        where the base URL is written, if it is
 * @param variable     of the environment: where it is set, its value is the base URL, and {@code baseUrl} its stand-in
 */
public record Endpoint(
        String service,
        boolean assumed,
        Optional<String> baseUrl,
        Optional<String> organization,
        Optional<String> project,
        Optional<Trail> trail,
        Optional<String> variable) {
    /** One that no variable of the environment changes. */
    public Endpoint(
            String service,
            boolean assumed,
            Optional<String> baseUrl,
            Optional<String> organization,
            Optional<String> project,
            Optional<Trail> trail) {
        this(service, assumed, baseUrl, organization, project, trail, Optional.empty());
    }

    /** The same, with the base URL from a variable where that is set. */
    public Endpoint or(Optional<String> overriding) {
        return new Endpoint(service, assumed, baseUrl, organization, project, trail, overriding);
    }

    /** Whether it is api.openai.com or one of its regional hosts. */
    public boolean isOpenAi() {
        return service.equals("openai");
    }
}
