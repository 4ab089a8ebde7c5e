package dev.keyguard.usage;

import dev.keyguard.sdk.Role;
import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ties a request or options object to the clients it is given to. */
final class Requests {
    private static final int DEPTH = 5;

    private final EntryHits hits;
    private final ObjectRoots roots;
    private final ClientSpecs specs;
    private final Map<Place, List<Hit>> consumers = new HashMap<>();

    Requests(EntryHits hits, ObjectRoots roots, ClientSpecs specs) {
        this.hits = hits;
        this.roots = roots;
        this.specs = specs;
        for (Hit hit : hits.with(Role.REQUEST)) {
            hit.argument()
                    .ifPresent(argument -> roots.of(argument, hit.site())
                            .forEach(root -> consumers
                                    .computeIfAbsent(root, r -> new ArrayList<>())
                                    .add(hit)));
        }
    }

    /** What the builder of that chain says itself, completed by the clients that its product is given to. */
    ClientSpec clientOf(Expr chain, Site site) {
        return clientOf(chain, site, new HashSet<>(), 0);
    }

    private ClientSpec clientOf(Expr chain, Site site, Set<Place> seen, int depth) {
        ClientSpec spec = specs.of(chain, site);
        if (spec.hasKey() || depth > DEPTH || !seen.add(chain.place())) {
            return spec;
        }
        for (Place root : roots.of(chain, site)) {
            for (Hit consumer : consumers.getOrDefault(root, List.of())) {
                if (consumer.call() instanceof Expr.Call call && call.scope().isPresent()) {
                    spec = spec.orElse(specs.of(call.scope().get(), consumer.site()));
                    if (!spec.hasKey()) {
                        spec = spec.orElse(
                                specs.of(ObjectRoots.receiver(call.scope().get()), consumer.site()));
                    }
                }
                if (!spec.hasKey()) {
                    spec = spec.orElse(clientOf(consumer.chain(), consumer.site(), seen, depth + 1));
                }
                if (spec.hasKey()) {
                    return spec;
                }
            }
        }
        return spec;
    }

    /** Whether something is known to take the object that begins at that chain. */
    boolean consumed(Expr chain, Site site) {
        return roots.of(chain, site).stream().anyMatch(consumers::containsKey);
    }

    /** All client specs of a library's clients that code makes, by hits of {@link Role#KEY}. */
    List<Hit> keyHits() {
        return hits.with(Role.KEY);
    }
}
