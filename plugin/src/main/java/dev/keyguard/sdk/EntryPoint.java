package dev.keyguard.sdk;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A parameter of a library's method (or constructor, {@code <init>}; or annotation member) through which a model, a key
 * or an endpoint enters.
 *
 * @param library   id of the catalogue file
 * @param className qualified, nested classes with a dot
 * @param method    name, {@code <init>} for constructors
 * @param parameter index from 0; -1 where the call itself is what counts ({@code fromEnv()})
 * @param arity     number of parameters, where overloads differ in meaning
 * @param operation {@code chat}, {@code responses}, {@code embedding}, {@code image}, {@code speech},
 *                  {@code transcription}, {@code moderation}, {@code completion}, {@code realtime}, …
 * @param service   the provider it fixes ({@code azure}, {@code other:mistral}); else the library's, else the endpoint's
 */
public record EntryPoint(
        String library,
        String className,
        String method,
        int parameter,
        OptionalInt arity,
        Role role,
        Optional<String> operation,
        Optional<String> service) {}
