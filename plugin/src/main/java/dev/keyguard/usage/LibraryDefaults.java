package dev.keyguard.usage;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.ConfigProperty;
import dev.keyguard.sdk.DefaultModel;
import dev.keyguard.sdk.Library;
import dev.keyguard.sdk.Role;
import dev.keyguard.sdk.VersionRange;
import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.source.build.Dependency;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Program;
import dev.keyguard.value.Trail;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Models nobody wrote: a starter on the class path that is told no model asks for its own. */
final class LibraryDefaults {
    static final String AUTO_CONFIGURATION = "auto-configuration";

    private final Catalogue catalogue;
    private final Program program;
    private final FrameworkConfiguration configuration;
    private final Classpath classpath;
    private final Endpoints endpoints;
    private final Linker linker;
    private final OperationEvidence evidence;
    private final Selections selections;

    LibraryDefaults(
            Catalogue catalogue,
            Program program,
            FrameworkConfiguration configuration,
            Classpath classpath,
            Endpoints endpoints,
            Linker linker,
            OperationEvidence evidence,
            Selections selections) {
        this.catalogue = catalogue;
        this.program = program;
        this.configuration = configuration;
        this.classpath = classpath;
        this.endpoints = endpoints;
        this.linker = linker;
        this.evidence = evidence;
        this.selections = selections;
    }

    /** Keys that auto-configured clients read although no file says so, each with the names it may have. */
    List<KeyDraft> impliedKeys(Module module) {
        List<KeyDraft> drafts = new ArrayList<>();
        for (Library library : catalogue.libraries()) {
            Optional<Dependency> dependency = classpath.dependency(library, module);
            if (dependency.isEmpty() || dependency.get().place().isEmpty() || !used(library, module)) {
                continue;
            }
            ClientSpec spec = configuration.clientOf(library, Optional.empty(), module, Scope.MAIN);
            if (spec.keys().stream()
                    .allMatch(key ->
                            key.trail().origin().equals(dependency.get().place().get()))) {
                String service = endpoints.of(spec, library, Optional.empty()).service();
                for (Value key : configuration.impliedKeys(library, module)) {
                    Place place = dependency.get().place().get();
                    drafts.add(new KeyDraft(
                            key,
                            true,
                            place,
                            service,
                            library.client(),
                            ConfiguredModels.scope(module, place),
                            module));
                }
            }
        }
        return drafts;
    }

    private boolean used(Library library, Module module) {
        return library.defaultModels().stream()
                .anyMatch(model -> model.trigger().equals(AUTO_CONFIGURATION)
                        && evidence.uses(model.operation(), module, program));
    }

    /** Defaults that auto-configuration brings into that module. */
    List<ModelDraft> of(Module module) {
        List<ModelDraft> drafts = new ArrayList<>();
        Set<String> told = told(module);
        for (Library library : catalogue.libraries()) {
            Optional<Dependency> dependency = classpath.dependency(library, module);
            if (dependency.isEmpty() || dependency.get().place().isEmpty()) {
                continue;
            }
            byOperation(library, dependency.get().version(), module).forEach((operation, model) -> {
                if (!told.contains(library.client() + "/" + library.service().orElse("") + "/" + operation)
                        && evidence.uses(operation, module, program)
                        && !selections.exclude(library, operation, module, linker)) {
                    drafts.add(draft(library, dependency.get(), model, module));
                }
            });
        }
        return drafts;
    }

    private Set<String> told(Module module) {
        Set<String> told = new HashSet<>();
        for (FrameworkConfiguration.Setting setting : configuration.settings(module)) {
            if (setting.property().role() == Role.MODEL && setting.live()) {
                told.add(setting.library().client() + "/"
                        + setting.library().service().orElse("") + "/"
                        + setting.property().operation().orElse(""));
            }
        }
        return told;
    }

    /**
     * For each operation the default of that version: from its jar where one is at hand, else from the catalogue, which
     * has that of the newest version where the version is not known.
     */
    private Map<String, DefaultModel> byOperation(Library library, Optional<String> version, Module module) {
        Map<String, DefaultModel> chosen = new LinkedHashMap<>();
        for (DefaultModel model : library.defaultModels()) {
            if (model.trigger().equals(AUTO_CONFIGURATION)) {
                Optional<String> inJar = library.properties().stream()
                        .filter(p -> describes(p, model.operation()))
                        .flatMap(p -> linker.metadata().presetModel(p.name(), module).stream())
                        .findFirst();
                if (inJar.isPresent()) {
                    chosen.put(
                            model.operation(),
                            new DefaultModel(
                                    model.library(), model.operation(), model.versions(), inJar, model.trigger()));
                } else if (version.map(v -> VersionRange.of(model.versions()).contains(v))
                        .orElse(true)) {
                    chosen.put(model.operation(), model);
                }
            }
        }
        return chosen;
    }

    private static boolean describes(ConfigProperty property, String operation) {
        return property.role() == Role.MODEL
                && !property.name().contains("<")
                && property.operation().filter(operation::equals).isPresent();
    }

    private ModelDraft draft(Library library, Dependency dependency, DefaultModel model, Module module) {
        Optional<ConfigProperty> property = library.properties().stream()
                .filter(p -> describes(p, model.operation()))
                .findFirst();
        ClientSpec spec = property.map(
                        p -> configuration.clientOf(library, p.group(), Optional.empty(), module, Scope.MAIN))
                .orElse(ClientSpec.EMPTY);
        Place declared = dependency.place().orElseThrow();
        Place place = configuration.settings(module).stream()
                .filter(s -> s.live()
                        && s.library().id().equals(library.id())
                        && s.property().role() == Role.KEY)
                .map(s -> s.entry().place())
                .findFirst()
                .orElse(declared);
        Value value = new Value.LibraryDefault(
                dependency.artifactId(),
                dependency.version().orElse("(version not known)"),
                model.operation(),
                model.model(),
                Trail.written(declared));
        return new ModelDraft(
                value,
                declared,
                library.client(),
                model.operation(),
                endpoints.of(spec, library, property.flatMap(ConfigProperty::service)),
                KeyNames.of(spec.keys(), false),
                ConfiguredModels.scope(module, place),
                module,
                Optional.of(place));
    }
}
