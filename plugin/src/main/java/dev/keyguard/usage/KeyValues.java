package dev.keyguard.usage;

import dev.keyguard.sdk.Services;
import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Site;
import dev.keyguard.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The values an expression can have where a key belongs. Of one look-up that many variables pass through (a loop over
 * their names) those count whose name is a key's; the others go elsewhere.
 */
final class KeyValues {
    private static final Pattern LIKE_A_KEY = Pattern.compile("(?i).*(key|token|secret|credential).*");

    private final Linker linker;
    private final Services services;

    KeyValues(Linker linker, Services services) {
        this.linker = linker;
        this.services = services;
    }

    List<Value> of(Expr expression, Site site) {
        List<Value> values = linker.valuesOf(expression, site);
        Map<Place, Set<String>> names = new HashMap<>();
        for (Value value : values) {
            if (value instanceof Value.FromEnvironment variable) {
                names.computeIfAbsent(value.trail().origin(), place -> new TreeSet<>())
                        .add(variable.name());
            }
        }
        names.replaceAll((place, all) -> keys(all));
        return values.stream()
                .filter(value -> !(value instanceof Value.FromEnvironment variable)
                        || names.get(value.trail().origin()).contains(variable.name()))
                .toList();
    }

    private Set<String> keys(Set<String> all) {
        Set<String> found = new TreeSet<>(all);
        found.removeIf(name -> services.serviceOfKeyName(name).isEmpty());
        if (found.isEmpty()) {
            found.addAll(all);
            found.removeIf(name -> !LIKE_A_KEY.matcher(name).matches());
        }
        return found.isEmpty() ? all : found;
    }
}
