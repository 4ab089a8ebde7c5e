package dev.keyguard.access;

import java.util.Optional;

/** An HTTP answer as it came, its body bounded. */
record RawAnswer(
        int status, String body, Optional<String> requestId, Optional<String> retryAfter, Optional<String> location) {}
