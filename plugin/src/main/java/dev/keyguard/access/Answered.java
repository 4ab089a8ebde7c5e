package dev.keyguard.access;

import java.util.Map;

/**
 * An answer with what only this package needs of it.
 *
 * @param denied models that are not in the list and that the provider refused by name
 */
record Answered(AccessAnswer answer, ProviderProfile profile, Map<String, Refusal> denied) {}
