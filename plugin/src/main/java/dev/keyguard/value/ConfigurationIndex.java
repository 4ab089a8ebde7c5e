package dev.keyguard.value;

import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.source.config.ConfigEntry;
import dev.keyguard.source.config.ConfigFacts;
import dev.keyguard.source.config.EnvironmentVariable;
import dev.keyguard.source.config.Placeholder;
import dev.keyguard.source.config.PropertyName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration entries of one module, by what they may set. */
final class ConfigurationIndex {
    private final Map<String, List<Setting>> properties = new HashMap<>();
    private final Map<String, List<Setting>> variables = new HashMap<>();

    /**
     * What a file sets.
     *
     * @param key   as spelt; of a variable its name
     * @param value the text with references
     * @param place where the value is written, from its first character
     */
    record Setting(
            String key, String value, Placeholder.Style style, Place place, Optional<String> profile, Scope scope) {}

    /** @param scopes of files, by path */
    ConfigurationIndex(Program program, Module module, Map<String, Scope> scopes) {
        for (ConfigFacts file : program.configuration(module)) {
            Scope scope = scopes.getOrDefault(file.path(), Scope.MAIN);
            for (EnvironmentVariable variable : EnvironmentVariable.of(file)) {
                variable.value().ifPresent(value -> note(variables, variable.name(), variable(variable, value, scope)));
            }
            boolean properties = file.format() != ConfigFacts.Format.DOTENV && file.format() != ConfigFacts.Format.JSON;
            if (properties) {
                Map<String, ConfigEntry> last = new LinkedHashMap<>();
                for (ConfigEntry entry : file.entries()) {
                    last.put(entry.document() + "\n" + entry.profile().orElse("") + "\n" + entry.key(), entry);
                }
                last.values().forEach(entry -> property(file, entry, scope));
            }
        }
    }

    private static Setting variable(EnvironmentVariable variable, String value, Scope scope) {
        return new Setting(variable.name(), value, variable.style(), variable.place(), Optional.empty(), scope);
    }

    private void property(ConfigFacts file, ConfigEntry entry, Scope scope) {
        Placeholder.Style style = Placeholder.Style.of(file.path());
        Setting setting = new Setting(entry.key(), entry.value(), style, entry.place(), entry.profile(), scope);
        note(properties, PropertyName.lettersOf(entry.key()), setting);
    }

    private static void note(Map<String, List<Setting>> index, String key, Setting setting) {
        index.computeIfAbsent(key, k -> new ArrayList<>()).add(setting);
    }

    /** What sets that property; test resources only for code of the test scope. */
    List<Setting> property(PropertyName name, Scope scope) {
        return properties.getOrDefault(name.letters(), List.of()).stream()
                .filter(s -> visible(s, scope) && name.matches(s.key()))
                .toList();
    }

    /** What sets that environment variable: {@code .env} files, compose files, manifests. */
    List<Setting> variable(String name, Scope scope) {
        return variables.getOrDefault(name, List.of()).stream()
                .filter(s -> visible(s, scope))
                .toList();
    }

    /** Environment variables, set in such files, that a framework takes for that property. */
    List<Setting> variablesFor(PropertyName name, Scope scope) {
        return variables.entrySet().stream()
                .filter(e -> PropertyName.lettersOf(e.getKey()).equals(name.letters()) && name.isNamedBy(e.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(e -> e.getValue().stream())
                .filter(s -> visible(s, scope))
                .toList();
    }

    private static boolean visible(Setting setting, Scope scope) {
        return setting.scope() == Scope.MAIN || scope == Scope.TEST;
    }
}
