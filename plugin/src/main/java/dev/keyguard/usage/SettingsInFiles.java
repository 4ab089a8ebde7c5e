package dev.keyguard.usage;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.config.ConfigEntry;
import dev.keyguard.source.config.ConfigFacts;
import dev.keyguard.source.config.PropertyName;
import dev.keyguard.value.Hop;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Program;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Provider settings in configuration files of frameworks that the catalogue does not know. */
final class SettingsInFiles {
    private final Catalogue catalogue;
    private final Program program;
    private final Linker linker;
    private final ProviderSettings settings;
    private final Map<String, Map<String, ProviderSettings.Group>> groups = new HashMap<>();

    SettingsInFiles(Catalogue catalogue, Program program, Linker linker, ProviderSettings settings) {
        this.catalogue = catalogue;
        this.program = program;
        this.linker = linker;
        this.settings = settings;
    }

    List<ModelDraft> models(Module module) {
        List<ModelDraft> drafts = new ArrayList<>();
        groups(module)
                .forEach((file, group) -> drafts.addAll(group.models(module, ConfiguredModels.scopeOf(module, file))));
        return drafts;
    }

    List<KeyDraft> keys(Module module) {
        List<KeyDraft> drafts = new ArrayList<>();
        groups(module)
                .forEach((file, group) -> drafts.addAll(group.keys(module, ConfiguredModels.scopeOf(module, file))));
        return drafts;
    }

    private Map<String, ProviderSettings.Group> groups(Module module) {
        return groups.computeIfAbsent(module.directory(), directory -> read(module));
    }

    private Map<String, ProviderSettings.Group> read(Module module) {
        Map<String, ProviderSettings.Group> found = new LinkedHashMap<>();
        for (ConfigFacts file : program.configuration(module)) {
            if (program.moduleOf(file.path()).directory().equals(module.directory())
                    && file.format() != ConfigFacts.Format.JSON
                    && file.format() != ConfigFacts.Format.XML
                    && file.entries().stream().anyMatch(this::isCandidate)) {
                found.put(file.path(), settings.group(group(file, module), false));
            }
        }
        return found;
    }

    private boolean isCandidate(ConfigEntry entry) {
        return entry.key().indexOf('.') > 0
                && settings.isCandidate(entry.key())
                && catalogue
                        .properties(PropertyName.of(entry.key()).canonical())
                        .isEmpty();
    }

    private List<ProviderSettings.Setting> group(ConfigFacts file, Module module) {
        return file.entries().stream()
                .map(entry -> new ProviderSettings.Setting(entry.key(), () -> valuesAt(entry, module), entry.place()))
                .toList();
    }

    private List<Value> valuesAt(ConfigEntry entry, Module module) {
        Place place = entry.place();
        return linker.property(entry.key(), module, ConfiguredModels.scope(module, place)).stream()
                .filter(value -> value.trail().hops().stream().map(Hop::place).anyMatch(place::equals))
                .toList();
    }
}
