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
 */
public record Endpoint(
        String service,
        boolean assumed,
        Optional<String> baseUrl,
        Optional<String> organization,
        Optional<String> project,
        Optional<Trail> trail) {
    /** Whether it is api.openai.com or one of its regional hosts. */
    public boolean isOpenAi() {
        return service.equals("openai");
    }
}
