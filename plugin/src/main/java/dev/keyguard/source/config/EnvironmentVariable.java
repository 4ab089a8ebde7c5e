package dev.keyguard.source.config;

import dev.keyguard.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An environment variable that a deployment file of the project sets.
 *
 * @param name   of the variable
 * @param value  as written, references untouched ({@code style} says how they are written); absent where the value comes
 *               from a secret, a config map or the surroundings
 * @param style  how references in the value are written
 * @param place  where the value is written, else the name
 * @param store  the store's entry it is taken from, {@code name/key}, for Kubernetes' secrets and config maps
 */
public record EnvironmentVariable(
        String name, Optional<String> value, Placeholder.Style style, Place place, Optional<String> store) {
    private static final Pattern COMPOSE_MAP = Pattern.compile("services\\.[^.]+\\.environment\\.([^.\\[]+)");
    private static final Pattern COMPOSE_LIST = Pattern.compile("services\\.[^.]+\\.environment\\[\\d+]");
    private static final Pattern WORKFLOW = Pattern.compile("(?:jobs\\..+\\.)?env\\.([A-Za-z_]\\w*)");
    private static final Pattern CONTAINER = Pattern.compile("(.*\\.env\\[\\d+])\\.(name|value|valueFrom\\..+)");
    private static final Pattern STORE = Pattern.compile("valueFrom\\.(?:secretKeyRef|configMapKeyRef)\\.(name|key)");

    /**
     * The variables a file sets: every entry of a {@code .env} file; {@code environment} of docker-compose services;
     * {@code env} of Kubernetes containers and of GitHub workflows. In the order of the file; none for other files.
     */
    public static List<EnvironmentVariable> of(ConfigFacts facts) {
        List<EnvironmentVariable> found = new ArrayList<>();
        if (facts.format() == ConfigFacts.Format.DOTENV) {
            facts.entries().forEach(entry -> found.add(plain(entry.key(), entry.value(), entry)));
        } else if (facts.format() == ConfigFacts.Format.YAML) {
            Map<String, Container> containers = new LinkedHashMap<>();
            facts.entries().forEach(entry -> add(entry, found, containers));
            containers.values().forEach(container -> container.variable().ifPresent(found::add));
        }
        return List.copyOf(found);
    }

    private static void add(ConfigEntry entry, List<EnvironmentVariable> found, Map<String, Container> containers) {
        String key = entry.key();
        if (!key.contains("env")) {
            return;
        }
        Matcher map = COMPOSE_MAP.matcher(key);
        Matcher workflow = WORKFLOW.matcher(key);
        Matcher container = CONTAINER.matcher(key);
        if (map.matches()) {
            found.add(plain(map.group(1), entry.value(), entry));
        } else if (COMPOSE_LIST.matcher(key).matches() && entry.value().indexOf('=') > 0) {
            int equals = entry.value().indexOf('=');
            found.add(plain(entry.value().substring(0, equals), entry.value().substring(equals + 1), entry));
        } else if (container.matches()) {
            containers
                    .computeIfAbsent(entry.document() + container.group(1), list -> new Container())
                    .add(container.group(2), entry);
        } else if (workflow.matches()) {
            found.add(plain(workflow.group(1), entry.value(), entry));
        }
    }

    private static EnvironmentVariable plain(String name, String value, ConfigEntry entry) {
        return new EnvironmentVariable(
                name, Optional.of(value), Placeholder.Style.SHELL, entry.place(), Optional.empty());
    }

    /** One item of a Kubernetes {@code env} list while its entries come in. */
    private static final class Container {
        private Optional<ConfigEntry> name = Optional.empty();
        private Optional<ConfigEntry> value = Optional.empty();
        private Optional<String> store = Optional.empty();
        private Optional<String> storeKey = Optional.empty();

        void add(String field, ConfigEntry entry) {
            Matcher reference = STORE.matcher(field);
            if (field.equals("name")) {
                name = Optional.of(entry);
            } else if (field.equals("value")) {
                value = Optional.of(entry);
            } else if (reference.matches() && reference.group(1).equals("name")) {
                store = Optional.of(entry.value());
            } else if (reference.matches()) {
                storeKey = Optional.of(entry.value());
            }
        }

        Optional<EnvironmentVariable> variable() {
            return name.map(named -> new EnvironmentVariable(
                    named.value(),
                    value.map(ConfigEntry::value),
                    Placeholder.Style.KUBERNETES,
                    value.orElse(named).place(),
                    storeKey.map(key -> store.map(in -> in + "/").orElse("") + key)));
        }
    }
}
