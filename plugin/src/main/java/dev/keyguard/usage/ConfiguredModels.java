package dev.keyguard.usage;

import dev.keyguard.sdk.Role;
import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.source.SourceFile;
import dev.keyguard.value.Hop;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Trail;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Model references in the configuration of frameworks. */
final class ConfiguredModels {
    private final FrameworkConfiguration configuration;
    private final Endpoints endpoints;
    private final Linker linker;

    ConfiguredModels(FrameworkConfiguration configuration, Endpoints endpoints, Linker linker) {
        this.configuration = configuration;
        this.endpoints = endpoints;
        this.linker = linker;
    }

    List<ModelDraft> of(Module module) {
        List<ModelDraft> drafts = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (FrameworkConfiguration.Setting setting : configuration.settings(module)) {
            Scope scope = scope(module, setting.entry().place());
            if (setting.property().role() != Role.MODEL
                    || !setting.live()
                    || !done.add(scope + " " + setting.canonical())) {
                continue;
            }
            ClientSpec spec = configuration.clientOf(
                    setting.library(), setting.property().group(), setting.wildcard(), module, scope);
            Endpoint endpoint =
                    endpoints.of(spec, setting.library(), setting.property().service());
            for (Value value : values(setting, scope, module)) {
                if (value instanceof Value.Known known && known.text().isBlank()) {
                    continue;
                }
                drafts.add(new ModelDraft(
                        value,
                        lastConfigured(value.trail()),
                        setting.library().client(),
                        setting.property().operation().orElse("unknown"),
                        endpoint,
                        KeyNames.of(spec.keys(), false),
                        scope(module, lastConfigured(value.trail())),
                        module,
                        Optional.empty()));
            }
        }
        return drafts;
    }

    /** What the entry's file says; what tests put in its place is theirs alone. */
    private List<Value> values(FrameworkConfiguration.Setting setting, Scope scope, Module module) {
        return linker.property(setting.canonical(), module, scope).stream()
                .filter(value -> scope == Scope.MAIN || scope(module, lastConfigured(value.trail())) == scope)
                .toList();
    }

    static Scope scope(Module module, Place place) {
        return scopeOf(module, place.file());
    }

    static Scope scopeOf(Module module, String path) {
        return module.files().stream()
                .filter(file -> file.path().equals(path))
                .map(SourceFile::scope)
                .findFirst()
                .orElse(Scope.MAIN);
    }

    /** The entry the framework reads; what it points to lies before it on the trail. */
    private static Place lastConfigured(Trail trail) {
        return trail.hops().stream()
                .filter(hop -> hop.kind() == Hop.Kind.CONFIGURED)
                .map(Hop::place)
                .reduce((first, second) -> second)
                .orElse(trail.origin());
    }
}
