package dev.keyguard.usage;

import dev.keyguard.value.Hop;
import dev.keyguard.value.Origin;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names keys: the last name in the chain of look-ups, never the value. */
final class KeyNames {
    private KeyNames() {}

    /** The key that a client is given, as its values tell. */
    static KeyName of(List<Value> values, boolean assumed) {
        Optional<Value> best =
                values.stream().filter(value -> !isNothing(value)).min(Comparator.comparingInt(KeyNames::rank));
        if (best.isEmpty()) {
            return KeyName.NONE;
        }
        Set<String> names = new LinkedHashSet<>();
        values.stream().sorted(Comparator.comparingInt(KeyNames::rank)).forEach(value -> names.addAll(namesOf(value)));
        Optional<String> name = nameOf(best.get());
        return new KeyName(
                name.or(() -> best.get() instanceof Value.Known ? Optional.of(KeyName.HARD_CODED) : Optional.empty()),
                List.copyOf(names),
                assumed);
    }

    /** An empty text in the code stands for a key that is not there. */
    static boolean isNothing(Value value) {
        return value instanceof Value.Known known
                && known.text().isBlank()
                && nameOf(value).isEmpty();
    }

    private static int rank(Value value) {
        if (value instanceof Value.FromEnvironment) {
            return 0;
        } else if (value instanceof Value.FromConfiguration) {
            return 1;
        } else if (value instanceof Value.Known known) {
            return known.origin() == Origin.CONFIG ? 2 : 3;
        }
        return nameOf(value).isPresent() ? 2 : 4;
    }

    /** The variable, property or store entry a value comes from; absent for one written in code or one unknown. */
    static Optional<String> nameOf(Value value) {
        if (value instanceof Value.FromEnvironment environment) {
            return Optional.of(environment.name());
        } else if (value instanceof Value.FromConfiguration configuration) {
            return Optional.of(configuration.property());
        }
        return value.trail().hops().stream()
                .filter(hop -> hop.kind() == Hop.Kind.CONFIGURED)
                .flatMap(hop -> hop.name().stream())
                .findFirst();
    }

    private static List<String> namesOf(Value value) {
        List<String> names = new ArrayList<>();
        List<Hop> hops = value.trail().hops();
        for (int i = hops.size() - 1; i >= 0; i--) {
            if (hops.get(i).kind() != Hop.Kind.RETURNED) {
                hops.get(i).name().ifPresent(names::add);
            }
        }
        nameOf(value).ifPresent(names::add);
        return names;
    }
}
