package dev.keyguard.value;

import dev.keyguard.source.Module;
import dev.keyguard.source.Scope;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.config.ConfigEntry;
import dev.keyguard.source.config.ConfigFacts;
import dev.keyguard.source.config.PropertyName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configuration entries of one module, by what they may set. */
final class ConfigurationIndex {
    /** A variable in a compose file or a manifest: {@code environment.NAME} or {@code environment[2]} = NAME=value. */
    private static final Pattern COMPOSE = Pattern.compile(".*\\.environment(?:\\.([A-Za-z_][A-Za-z0-9_]*)|\\[\\d+])");

    private static final Pattern KUBERNETES = Pattern.compile("(.*\\.env\\[\\d+])\\.(name|value)");

    private final Map<String, List<Setting>> properties = new HashMap<>();
    private final Map<String, List<Setting>> variables = new HashMap<>();

    /** An entry with the file it stands in; {@code value} is what it sets (behind {@code NAME=} in a list). */
    record Setting(ConfigFacts file, ConfigEntry entry, String value, Scope scope) {}

    ConfigurationIndex(Program program, Module module) {
        Map<String, Scope> scopes = new HashMap<>();
        for (Module one : program.modules()) {
            for (SourceFile source : one.files()) {
                scopes.put(source.path(), source.scope());
            }
        }
        for (ConfigFacts file : program.configuration(module)) {
            Scope scope = scopes.getOrDefault(file.path(), Scope.MAIN);
            Map<String, ConfigEntry> last = new LinkedHashMap<>();
            for (ConfigEntry entry : file.entries()) {
                last.put(entry.document() + "\n" + entry.profile().orElse("") + "\n" + entry.key(), entry);
            }
            Map<String, String> names = new HashMap<>();
            for (ConfigEntry entry : last.values()) {
                add(file, entry, scope, names);
            }
        }
    }

    private void add(ConfigFacts file, ConfigEntry entry, Scope scope, Map<String, String> names) {
        Setting setting = new Setting(file, entry, entry.value(), scope);
        if (file.format() == ConfigFacts.Format.DOTENV) {
            note(variables, entry.key(), setting);
            return;
        }
        if (file.format() == ConfigFacts.Format.JSON) {
            return;
        }
        note(properties, PropertyName.lettersOf(entry.key()), setting);
        Matcher compose = COMPOSE.matcher(entry.key());
        if (compose.matches()) {
            int equals = entry.value().indexOf('=');
            if (compose.group(1) != null) {
                note(variables, compose.group(1), setting);
            } else if (equals > 0) {
                String value = entry.value().substring(equals + 1);
                note(variables, entry.value().substring(0, equals), new Setting(file, entry, value, scope));
            }
        }
        Matcher kubernetes = KUBERNETES.matcher(entry.key());
        if (kubernetes.matches()) {
            String item = entry.document() + kubernetes.group(1);
            if (kubernetes.group(2).equals("name")) {
                names.put(item, entry.value());
            } else if (names.containsKey(item)) {
                note(variables, names.get(item), setting);
            }
        }
    }

    private static void note(Map<String, List<Setting>> index, String key, Setting setting) {
        index.computeIfAbsent(key, k -> new ArrayList<>()).add(setting);
    }

    /** What sets that property; test resources only for code of the test scope. */
    List<Setting> property(PropertyName name, Scope scope) {
        return properties.getOrDefault(name.letters(), List.of()).stream()
                .filter(s -> visible(s, scope) && name.matches(s.entry().key()))
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
