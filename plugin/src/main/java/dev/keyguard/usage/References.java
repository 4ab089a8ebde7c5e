package dev.keyguard.usage;

import dev.keyguard.source.Place;
import dev.keyguard.value.Hop;
import dev.keyguard.value.Origin;
import dev.keyguard.value.Trail;
import dev.keyguard.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Puts the uses of one reference together: one for each (id, place where it is written, client, key, service). */
final class References {
    private record Identity(String what, Place place, String client, Optional<String> key, String service) {}

    private References() {}

    static List<Reference> merge(Collection<ModelDraft> drafts) {
        Map<Identity, List<ModelDraft>> groups = new LinkedHashMap<>();
        for (ModelDraft draft : drafts) {
            Identity identity = new Identity(
                    model(draft.value())
                            .orElseGet(() -> "?" + reason(draft.value()).orElse("")),
                    place(draft),
                    draft.client(),
                    draft.key().name(),
                    draft.endpoint().service());
            groups.computeIfAbsent(identity, i -> new ArrayList<>()).add(draft);
        }
        Map<String, Integer> seen = new HashMap<>();
        List<Identity> order = groups.keySet().stream()
                .sorted(java.util.Comparator.comparing(Identity::place)
                        .thenComparing(Identity::what)
                        .thenComparing(Identity::client)
                        .thenComparing(i -> i.key().orElse(""))
                        .thenComparing(Identity::service))
                .toList();
        List<Reference> references = new ArrayList<>();
        for (Identity identity : order) {
            String name = String.join(
                    "\u0000",
                    identity.what(),
                    identity.place().file(),
                    identity.client(),
                    identity.key().orElse(""),
                    identity.service());
            int ordinal = seen.merge(name, 1, Integer::sum);
            references.add(reference(id(name + "\u0000" + ordinal), identity, groups.get(identity)));
        }
        return references.stream().sorted().toList();
    }

    private static Reference reference(String id, Identity identity, List<ModelDraft> group) {
        ModelDraft first = group.get(0);
        TreeSet<Place> uses = new TreeSet<>();
        TreeSet<Place> lookups = new TreeSet<>();
        for (ModelDraft draft : group) {
            uses.add(draft.use());
            draft.value().trail().hops().forEach(hop -> lookups.add(hop.place()));
        }
        lookups.removeAll(uses);
        lookups.remove(identity.place());
        Value value = first.value();
        Trail trail = value.trail().then(new Hop(Hop.Kind.USED, first.use(), Optional.of(first.client())));
        Optional<String> constant = origin(value) == Origin.LIBRARY_CONSTANT
                ? value.trail().hops().get(0).name()
                : Optional.empty();
        return new Reference(
                id,
                model(value),
                identity.place(),
                List.copyOf(uses),
                List.copyOf(lookups),
                origin(value),
                value instanceof Value.LibraryDefault,
                reason(value),
                first.client(),
                first.operation(),
                first.endpoint(),
                first.key(),
                first.scope(),
                first.module().name(),
                trail,
                constant);
    }

    private static Place place(ModelDraft draft) {
        return draft.implicitAt().orElseGet(() -> draft.value().trail().origin());
    }

    private static Optional<String> model(Value value) {
        if (value instanceof Value.Known known) {
            return Optional.of(known.text());
        }
        return value instanceof Value.LibraryDefault byDefault ? byDefault.model() : Optional.empty();
    }

    private static Origin origin(Value value) {
        if (value instanceof Value.Known known) {
            return known.origin();
        } else if (value instanceof Value.LibraryDefault) {
            return Origin.LIBRARY_DEFAULT;
        } else if (value instanceof Value.FromConfiguration) {
            return Origin.CONFIG;
        } else if (value instanceof Value.FromEnvironment) {
            return Origin.ENVIRONMENT;
        }
        return Origin.DYNAMIC;
    }

    private static Optional<String> reason(Value value) {
        if (value instanceof Value.Dynamic dynamic) {
            return Optional.of(dynamic.reason());
        } else if (value instanceof Value.FromConfiguration configuration) {
            return Optional.of("no file of the project sets " + configuration.property());
        } else if (value instanceof Value.FromEnvironment environment) {
            return Optional.of(
                    "set by the " + (environment.systemProperty() ? "system property " : "environment variable ")
                            + environment.name());
        } else if (value instanceof Value.LibraryDefault byDefault) {
            return Optional.of(
                    byDefault.model().isPresent()
                            ? "default of " + byDefault.library() + " " + byDefault.version()
                            : byDefault.library() + " " + byDefault.version() + " names no model by itself");
        }
        return Optional.empty();
    }

    private static String id(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
