package dev.keyguard.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What keyguard knows about a provider; one entry of {@code providers.json}.
 *
 * @param id            the name users write in {@code <profile>}
 * @param service       as in {@link dev.keyguard.usage.Endpoint}
 * @param hosts         its own hosts, {@code *.} at the front for any label
 * @param baseUrl       where its clients go by default
 * @param keyNames      names by which its keys are conventionally called
 * @param keyShapes     what a whole key looks like; empty: anything
 * @param list          path of the model list behind the base URL
 * @param retrieve      path of one model, {@code {id}} in it, where asking for it proves something
 * @param listed        whether «in the list» means that the key may use it
 * @param exhaustive    whether «not in the list» means that the key may not use it
 * @param idPrefixes    prefixes with and without which ids are the same
 * @param keyless       answers without a key
 * @param probeLimit    the parameter that bounds a chat answer's tokens; absent where models are never asked for real
 * @param deployments   whether the model of a request is the user's own name for a deployment
 */
record ProviderProfile(
        String id,
        String service,
        String name,
        List<String> hosts,
        Optional<String> baseUrl,
        List<String> keyNames,
        List<Pattern> keyShapes,
        String list,
        Optional<String> retrieve,
        Auth auth,
        Optional<Paging> paging,
        boolean listed,
        boolean exhaustive,
        List<String> idPrefixes,
        boolean keyless,
        Optional<String> probeLimit,
        boolean deployments) {
    /** The profile of endpoints nobody described: OpenAI's API, and a list for each key as gateways give it. */
    static final String COMPATIBLE = "openai-compatible";
    /** The profile whose hosts may be sent a key without the user naming them. */
    static final String OPENAI = "openai";

    /** Header that carries the key, what stands before the key in it, and headers sent along. */
    record Auth(String header, String prefix, Map<String, String> extra) {}

    /** How a list goes on: query of every page, parameter of the next, field with its value, field that says so. */
    record Paging(String first, String next, String last, String more) {}

    /** Whether that host is the provider's. */
    boolean owns(String host) {
        return hosts.stream()
                .anyMatch(own -> own.startsWith("*.") ? host.endsWith(own.substring(1)) : host.equals(own));
    }

    /** Whether its keys are usually called so. */
    boolean conventional(String keyName) {
        return keyNames.contains(keyName);
    }

    /** Whether a value looks like one of its keys; providers without a shape of their own accept any. */
    boolean fits(SecretKey key) {
        return keyShapes.isEmpty()
                || keyShapes.stream()
                        .anyMatch(shape -> shape.matcher(key.reveal()).matches());
    }

    /** The same for a list of which only a part is known: what is not in it may still be usable. */
    ProviderProfile inPart() {
        return new ProviderProfile(
                id,
                service,
                name,
                hosts,
                baseUrl,
                keyNames,
                keyShapes,
                list,
                retrieve,
                auth,
                paging,
                listed,
                false,
                idPrefixes,
                keyless,
                probeLimit,
                deployments);
    }

    /** An id as it is compared: without the provider's prefix. */
    String plain(String model) {
        return idPrefixes.stream()
                .filter(model::startsWith)
                .map(prefix -> model.substring(prefix.length()))
                .findFirst()
                .orElse(model);
    }
}
