package dev.keyguard.usage;

import dev.keyguard.sdk.KeyShapes;
import dev.keyguard.source.Place;
import dev.keyguard.value.Hop;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Puts the uses of one key look-up together: one for each (name, place). */
final class KeyUses {
    private final KeyShapes shapes;

    private record Identity(String name, Place place) {}

    KeyUses(KeyShapes shapes) {
        this.shapes = shapes;
    }

    List<KeyUse> merge(Collection<KeyDraft> drafts) {
        Map<Identity, List<KeyDraft>> groups = new LinkedHashMap<>();
        for (KeyDraft draft : drafts) {
            if (KeyNames.isNothing(draft.value())) {
                continue;
            }
            name(draft.value())
                    .ifPresent(name -> groups.computeIfAbsent(
                                    new Identity(name, draft.value().trail().origin()), i -> new ArrayList<>())
                            .add(draft));
        }
        List<KeyUse> uses = new ArrayList<>();
        groups.forEach((identity, group) -> uses.add(use(identity, group)));
        return uses.stream().sorted().toList();
    }

    private KeyUse use(Identity identity, List<KeyDraft> group) {
        // a look-up that a client is known to take says more than a name that looks like a key's
        KeyDraft first = group.stream()
                .filter(draft -> !draft.client().isEmpty())
                .findFirst()
                .orElse(group.get(0));
        TreeSet<Place> uses = new TreeSet<>();
        TreeSet<Place> lookups = new TreeSet<>();
        for (KeyDraft draft : group) {
            uses.add(draft.use());
            draft.value().trail().hops().forEach(hop -> lookups.add(hop.place()));
        }
        lookups.removeAll(uses);
        lookups.remove(identity.place());
        Optional<String> text =
                first.value() instanceof Value.Known known ? Optional.of(known.text()) : Optional.empty();
        return new KeyUse(
                identity.name(),
                via(first),
                identity.place(),
                List.copyOf(uses),
                List.copyOf(lookups),
                first.service(),
                first.client(),
                first.scope(),
                first.module().name(),
                text.map(t -> isNoKey(t, first.service())).orElse(false),
                text.map(shapes::mask));
    }

    /** Said to be none, or without any shape that a key of that service has. */
    private boolean isNoKey(String text, String service) {
        return shapes.isPlaceholder(text) || !(shapes.looksLive(text) || shapes.hasShapeOf(service, text));
    }

    private static Optional<String> name(Value value) {
        Optional<String> name = KeyNames.nameOf(value);
        if (name.isPresent()) {
            return name;
        }
        if (value instanceof Value.Known) {
            return Optional.of(KeyName.HARD_CODED);
        }
        // a key that comes in from outside is known by the name of the last thing that held it; a method holds nothing
        return value.trail().hops().stream()
                .filter(hop -> hop.kind() != Hop.Kind.RETURNED)
                .flatMap(hop -> hop.name().stream())
                .findFirst();
    }

    private static KeyUse.Via via(KeyDraft draft) {
        Value value = draft.value();
        boolean configured = value.trail().hops().stream().anyMatch(hop -> hop.kind() == Hop.Kind.CONFIGURED);
        if (draft.via().isPresent()) {
            return draft.via().get();
        } else if (draft.implied()) {
            return KeyUse.Via.IMPLICIT_ENV;
        } else if (value.trail().origin().file().contains(".env")) {
            return KeyUse.Via.DOTENV;
        } else if (value instanceof Value.Known) {
            return KeyUse.Via.LITERAL;
        } else if (configured || value instanceof Value.FromConfiguration) {
            return KeyUse.Via.PROPERTY;
        } else if (value instanceof Value.FromEnvironment environment) {
            return environment.systemProperty() ? KeyUse.Via.SYSPROP : KeyUse.Via.ENV;
        }
        return KeyUse.Via.PARAMETER;
    }
}
