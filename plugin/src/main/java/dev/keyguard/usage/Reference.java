package dev.keyguard.usage;

import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.value.Origin;
import dev.keyguard.value.Trail;
import java.util.List;
import java.util.Optional;

/**
 * A model reference: one id at the place where it is written, with a client, a key and an endpoint.
 *
 * @param id        stable for the same reference: does not change when lines move
 * @param model     absent where it cannot be known from the code
 * @param place     where the id is written; a library constant or default: where it is used
 * @param uses      where it enters a client or a request, in order
 * @param lookups   the hops in between, in order
 * @param implicit  whether nobody wrote it (a library's default)
 * @param reason    why {@code model} is absent, or which library and version brings the default
 * @param client    the library family, {@code http} for raw requests
 * @param operation see {@link dev.keyguard.sdk.EntryPoint}; {@code unknown} where the call does not tell
 * @param module    name of the module
 * @param trail     the whole way of the (first) use, for people
 * @param constant  the library constant's qualified name, where the id is written as one
 */
public record Reference(
        String id,
        Optional<String> model,
        Place place,
        List<Place> uses,
        List<Place> lookups,
        Origin origin,
        boolean implicit,
        Optional<String> reason,
        String client,
        String operation,
        Endpoint endpoint,
        KeyName key,
        Scope scope,
        String module,
        Trail trail,
        Optional<String> constant)
        implements Comparable<Reference> {
    @Override
    public int compareTo(Reference other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : id.compareTo(other.id);
    }
}
