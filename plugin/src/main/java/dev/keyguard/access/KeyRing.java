package dev.keyguard.access;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the values of keys by the names that code uses. In this order: what the user said in {@code keys}; system
 * property before environment, as openai-java does; the server of that id in settings.xml; the module's {@code .env}
 * where asked for.
 */
final class KeyRing {
    /** The pair that openai-java reads, property first. */
    private static final Map<String, String> PROPERTY_OF =
            Map.of("OPENAI_API_KEY", "openai.apiKey", "OPENAI_ADMIN_KEY", "openai.adminKey");

    private final Surroundings surroundings;
    private final List<KeyEntry> entries;

    KeyRing(Surroundings surroundings, List<KeyEntry> entries) {
        this.surroundings = surroundings;
        this.entries = entries;
    }

    /**
     * The key of that name.
     *
     * @param names   the names the code uses for it, the one that counts first
     * @param module  whose {@code .env} may be read
     * @param service whether an entry of {@code keys} that is for one service only is for this one
     */
    Optional<FoundKey> find(List<String> names, String module, Predicate<String> service) {
        for (String name : names) {
            for (KeyEntry entry : entries) {
                if (entry.name().equals(name)
                        && entry.service().map(service::test).orElse(true)) {
                    return mapped(entry);
                }
            }
        }
        return spellings(names).stream()
                .flatMap(name -> named(name, module).stream())
                .findFirst();
    }

    /** Whether the user named that key, in {@code keys}. */
    boolean named(String name) {
        return entries.stream().anyMatch(entry -> entry.name().equals(name));
    }

    private Optional<FoundKey> mapped(KeyEntry entry) {
        Optional<FoundKey> fromEnvironment = entry.env()
                .flatMap(name -> present(surroundings.environment().apply(name))
                        .map(value -> new FoundKey(SecretKey.of(value), name, entry.name(), true, Optional.empty())));
        return fromEnvironment.or(() -> entry.serverId()
                .flatMap(id -> surroundings
                        .servers()
                        .apply(id)
                        .map(value -> new FoundKey(
                                value, "settings.xml server " + id, entry.name(), true, Optional.empty()))));
    }

    private Optional<FoundKey> named(String name, String module) {
        Optional<FoundKey> property = Optional.ofNullable(PROPERTY_OF.get(name))
                .or(() -> Optional.of(name))
                .flatMap(key -> present(surroundings.properties().apply(key)).map(value -> typed(value, key, name)));
        return property.or(() -> present(surroundings.environment().apply(name))
                        .map(value -> new FoundKey(SecretKey.of(value), name, name, false, Optional.empty())))
                .or(() -> surroundings
                        .servers()
                        .apply(name)
                        .map(value ->
                                new FoundKey(value, "settings.xml server " + name, name, false, Optional.empty())))
                .or(() -> surroundings
                        .dotEnv()
                        .apply(module)
                        .flatMap(file -> new DotEnv(file).value(name))
                        .map(value ->
                                new FoundKey(SecretKey.of(value), name + " of .env", name, false, Optional.empty())));
    }

    private static FoundKey typed(String value, String property, String asked) {
        return new FoundKey(
                SecretKey.of(value),
                "-D" + property,
                asked,
                false,
                Optional.of(
                        "the key was given as -D" + property
                                + ", which shows in logs, shell histories and process lists; use the environment or settings.xml"));
    }

    /** Each name as written; for a property also the variable that frameworks bind to it ({@code a.b-c} → {@code A_BC}). */
    private static Set<String> spellings(List<String> names) {
        Map<String, Boolean> all = new LinkedHashMap<>();
        for (String name : names) {
            all.put(name, true);
            if (name.indexOf('.') >= 0) {
                all.put(name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT), true);
                all.put(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), true);
            }
        }
        return new LinkedHashSet<>(all.keySet());
    }

    private static Optional<String> present(Optional<String> value) {
        return value.filter(text -> !text.isBlank());
    }
}
