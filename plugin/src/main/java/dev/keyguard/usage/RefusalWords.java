package dev.keyguard.usage;

import java.util.Set;

/**
 * What code does about a refusal.
 *
 * @param prepares    methods that take a request's parameters and send nothing
 * @param callbacks   classes whose requests tell a handler, which every caller must give, of errors
 * @param caught      exceptions that are every refusal, too
 * @param handlers    methods of futures, streams and results that say what to do about an error
 * @param annotations of methods whose failure something else looks after
 */
record RefusalWords(
        Set<String> prepares,
        Set<String> callbacks,
        Set<String> caught,
        Set<String> handlers,
        Set<String> annotations) {}
