package dev.keyguard.usage;

import dev.keyguard.sdk.RawHttp;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What tells a raw HTTP request to a model provider from any other code with a {@code "model"} in it (idioms.md §2.7 and
 * §6: 11 of 20 such places have nothing to do with a language model).
 *
 * @param raw           the catalogue's knowledge of requests
 * @param responseMarks JSON keys that only answers have
 */
record HttpVocabulary(RawHttp raw, Set<String> responseMarks) {
    /** The operation a URL or path asks for; {@code chat/completions} is {@code /chat/completions}. */
    Optional<String> operationOf(String url) {
        boolean relative = !url.startsWith("/") && !url.contains("://") && !url.contains("{");
        return url.contains("/") ? raw.operationOf(relative ? "/" + url : url) : Optional.empty();
    }

    /** Whether an object with these keys beside {@code model} is a request. */
    boolean isRequest(Collection<String> keys) {
        return keys.stream().anyMatch(raw::isEvidenceKey) && !isResponse(keys);
    }

    /** Whether an object with these keys is an answer. */
    boolean isResponse(Collection<String> keys) {
        return keys.stream().anyMatch(responseMarks::contains);
    }
}
