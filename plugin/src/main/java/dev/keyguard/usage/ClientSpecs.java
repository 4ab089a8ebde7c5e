package dev.keyguard.usage;

import dev.keyguard.sdk.ImplicitName;
import dev.keyguard.sdk.Role;
import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Linker.Located;
import dev.keyguard.value.Site;
import dev.keyguard.value.Trail;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what code says about a client object: on its builder, on the client that it is given, where it is made. */
final class ClientSpecs {
    /** A client in a client in a client: as deep as real code was seen to go, with room. */
    private static final int DEPTH = 6;

    private final Linker linker;
    private final KeyValues keys;
    private final EntryHits hits;
    private final Map<Place, ClientSpec> known = new HashMap<>();

    ClientSpecs(Linker linker, KeyValues keys, EntryHits hits) {
        this.linker = linker;
        this.keys = keys;
        this.hits = hits;
    }

    /** What is said about the object that the expression stands for. */
    ClientSpec of(Expr object, Site site) {
        ClientSpec spec = known.get(object.place());
        if (spec == null) {
            spec = of(object, site, new HashSet<>(), 0);
            known.put(object.place(), spec);
        }
        return spec;
    }

    private ClientSpec of(Expr object, Site site, Set<Place> seen, int depth) {
        if (depth > DEPTH || !seen.add(object.place())) {
            return ClientSpec.EMPTY;
        }
        ClientSpec spec = onSameObject(object, site, seen, depth);
        if (spec.hasKey()) {
            return spec;
        }
        for (Located producer : linker.producersOf(object, site)) {
            spec = spec.orElse(of(producer.expression(), producer.site(), seen, depth + 1));
        }
        // what build(), async() and the like return is still the client that the calls before them describe
        if (!spec.hasKey() && object instanceof Expr.Call call && call.scope().isPresent()) {
            spec = spec.orElse(of(call.scope().get(), site, seen, depth + 1));
        }
        return spec;
    }

    private ClientSpec onSameObject(Expr object, Site site, Set<Place> seen, int depth) {
        ClientSpec spec = ClientSpec.EMPTY;
        List<Located> calls = new ArrayList<>(linker.callsOnSameObject(object, site));
        calls.add(new Located(object, site));
        Set<Place> counted = new HashSet<>();
        for (Located call : calls) {
            if (counted.add(call.expression().place())) {
                for (Hit hit : hits.at(call.expression())) {
                    // what is said later overrides what was said before, as builders do
                    spec = from(hit, seen, depth).by(hit.library().service()).orElse(spec);
                }
            }
        }
        return forService(spec, calls);
    }

    /** What {@code fromEnv()} reads depends on the provider that the calls around it name. */
    private ClientSpec forService(ClientSpec spec, List<Located> calls) {
        if (spec.service().isEmpty()) {
            return spec;
        }
        for (Located call : calls) {
            for (Hit hit : hits.at(call.expression())) {
                List<Value> implied =
                        hit.entry().role() == Role.KEY && hit.argument().isEmpty()
                                ? implicitKeys(hit, spec.service())
                                : List.of();
                if (!implied.isEmpty()
                        && spec.keys().equals(implicitKeys(hit, hit.library().service()))) {
                    return spec.withKeys(implied);
                }
            }
        }
        return spec;
    }

    private ClientSpec from(Hit hit, Set<Place> seen, int depth) {
        Optional<String> service = hit.entry().service();
        ClientSpec fixed = new ClientSpec(List.of(), List.of(), List.of(), List.of(), service, Optional.empty(), false);
        if (hit.entry().role() == Role.PROVIDER) {
            return fixed;
        }
        if (hit.argument().isEmpty()) {
            return hit.entry().role() == Role.KEY
                    ? withKeys(implicitKeys(hit, hit.library().service()), service)
                    : ClientSpec.EMPTY;
        }
        Expr argument = hit.argument().get();
        return switch (hit.entry().role()) {
            case KEY -> key(hit, argument, seen, depth);
            case BASE_URL ->
                new ClientSpec(
                        List.of(), urls(argument, hit.site()), List.of(), List.of(), service, Optional.empty(), false);
            case ORGANIZATION ->
                new ClientSpec(
                        List.of(),
                        List.of(),
                        linker.valuesOf(argument, hit.site()),
                        List.of(),
                        service,
                        Optional.empty(),
                        false);
            case PROJECT ->
                new ClientSpec(
                        List.of(),
                        List.of(),
                        List.of(),
                        linker.valuesOf(argument, hit.site()),
                        service,
                        Optional.empty(),
                        false);
            case CLIENT -> fixed.orElse(of(argument, hit.site(), seen, depth + 1));
            default -> ClientSpec.EMPTY;
        };
    }

    /** Where the URL may be null, the library's default may hold: then nothing is said for certain. */
    private List<Value> urls(Expr argument, Site site) {
        return linker.maybeNull(argument, site) ? List.of() : linker.valuesOf(argument, site);
    }

    /** The key itself, or the credential object it was put into. */
    private ClientSpec key(Hit hit, Expr argument, Set<Place> seen, int depth) {
        List<Value> values = keys.of(argument, hit.site());
        boolean known = values.stream().anyMatch(value -> !(value instanceof Value.Dynamic));
        if (!known) {
            ClientSpec credential = of(argument, hit.site(), seen, depth + 1);
            if (credential.hasKey()) {
                return credential.orElse(withKeys(List.of(), hit.entry().service()));
            }
            if (credential.service().isPresent()) {
                // a token source of that provider: there is no key to look for
                return new ClientSpec(
                        List.of(), List.of(), List.of(), List.of(), credential.service(), Optional.empty(), true);
            }
        }
        return withKeys(values, hit.entry().service());
    }

    private static ClientSpec withKeys(List<Value> keys, Optional<String> service) {
        return new ClientSpec(keys, List.of(), List.of(), List.of(), service, Optional.empty(), false);
    }

    private static List<Value> implicitKeys(Hit hit, Optional<String> service) {
        return hit.library().implicitNames().stream()
                .filter(name -> name.role() == Role.KEY && name.via() == ImplicitName.Via.ENVIRONMENT)
                .filter(name -> service.map(name.service()::equals).orElse(true))
                .<Value>map(name -> new Value.FromEnvironment(name.name(), false, Trail.written(hit.place())))
                .limit(1)
                .toList();
    }
}
