package dev.keyguard.access;

/**
 * What a provider's refusal means, told from status, code, type, message and shape together.
 *
 * @param meaning the class
 * @param status  HTTP status; 0 where nothing was asked (the key is missing or a placeholder, the URL cannot be right)
 * @param message what the provider said, scrubbed of keys; may be empty
 */
public record Refusal(Meaning meaning, int status, String message) {
    /** Whether it says that the key may not use the model, or that there is none of that name. */
    boolean aboutModel() {
        return switch (meaning) {
            case MODEL_DENIED, MODEL_UNKNOWN, MODEL_UNKNOWN_OR_DENIED, MODEL_GONE -> true;
            default -> false;
        };
    }

    /** The classes of {@code error-bodies.json}'s {@code suggested_verdict}. */
    public enum Meaning {
        KEY_INVALID,
        KEY_MISSING,
        /** Not a provider's answer: what the build has under the key's name cannot be a key, so it was not sent. */
        KEY_PLACEHOLDER,
        KEY_SCOPE,
        LIST_FORBIDDEN,
        CONFIG_ORG_MISMATCH,
        CONFIG_PROJECT_MISMATCH,
        CONFIG_BASE_URL,
        CONFIG_REGION_HOST,
        MODEL_DENIED,
        PROJECT_BLOCKED,
        MODEL_UNKNOWN,
        MODEL_UNKNOWN_OR_DENIED,
        MODEL_GONE,
        ENDPOINT_MISMATCH,
        ORG_UNVERIFIED,
        QUOTA,
        ENV_REGION,
        ENV_IP,
        EDGE_BLOCK,
        LISTED_BUT_REFUSED,
        LIST_UNAVAILABLE,
        PROBE_OK_BUT_BAD_PARAM,
        KEY_OR_ENDPOINT_INVALID,
        DEPLOYMENT_NOT_FOUND,
        UNCLASSIFIED
    }
}
