package dev.keyguard.sdk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One client library as its catalogue file describes it.
 *
 * @param id             the file's name without ending, for example {@code langchain4j-open-ai}
 * @param client         the family's name in reports, for example {@code langchain4j}
 * @param artifacts      {@code groupId:artifactId} of the jars that bring it, starters and extensions included; {@code *}
 *                       allowed at the end
 * @param packages       prefixes of its packages, with a dot at the end
 * @param service        {@code openai}, {@code azure} or {@code other:NAME} if a client without a base URL goes there
 * @param defaultBaseUrl where a client without a base URL goes
 * @param pathInBaseUrl  whether the base URL includes {@code /v1}
 * @param entryPoints    where models, keys and endpoints enter
 * @param factories      methods whose result is a class of the catalogue: {@code Class.method} → class; what is not
 *                       listed and returns a builder is taken to return its own class
 * @param supertypes     class → classes whose entry points it inherits
 * @param constants      qualified constant → model id
 * @param accessors      methods and fields that turn a constant into its id ({@code asString}, {@code getValue} …)
 * @param wrappers       {@code Class.method} that returns its first argument as a model ({@code ChatModel.of})
 * @param properties     configuration properties
 * @param implicitNames  what it reads by itself, in order of precedence
 * @param defaultModels  models nobody wrote
 * @param exceptions     qualified names of what it throws when the provider refuses
 */
public record Library(
        String id,
        String client,
        List<String> artifacts,
        List<String> packages,
        Optional<String> service,
        Optional<String> defaultBaseUrl,
        boolean pathInBaseUrl,
        List<EntryPoint> entryPoints,
        Map<String, String> factories,
        Map<String, List<String>> supertypes,
        Map<String, String> constants,
        List<String> accessors,
        List<String> wrappers,
        List<ConfigProperty> properties,
        List<ImplicitName> implicitNames,
        List<DefaultModel> defaultModels,
        List<String> exceptions) {}
