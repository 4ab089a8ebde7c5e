package dev.keyguard.access;

import java.util.Optional;
import java.util.SortedMap;

/** How a question to a provider ended. */
sealed interface ListAnswer {
    /**
     * A list.
     *
     * @param requestId the provider's, to quote in a complaint
     * @param whole     whether there is no more of it than what was read
     */
    record Listed(SortedMap<String, ModelEntry> models, Optional<String> requestId, boolean whole)
            implements ListAnswer {}

    /** It answered, and not with a list. */
    record Refused(Refusal refusal, Optional<String> requestId) implements ListAnswer {}

    /** No answer that says anything: network, time-out, overload. {@code reason} is one sentence without secrets. */
    record Unreachable(String reason) implements ListAnswer {}
}
