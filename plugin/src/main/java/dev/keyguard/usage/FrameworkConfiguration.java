package dev.keyguard.usage;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.ConfigProperty;
import dev.keyguard.sdk.ImplicitName;
import dev.keyguard.sdk.Library;
import dev.keyguard.sdk.Role;
import dev.keyguard.sdk.VersionRange;
import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.source.build.Dependency;
import dev.keyguard.source.config.ConfigEntry;
import dev.keyguard.source.config.ConfigFacts;
import dev.keyguard.source.config.EnvironmentVariable;
import dev.keyguard.source.config.PropertyName;
import dev.keyguard.value.ConfigurationMetadata;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Program;
import dev.keyguard.value.Trail;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a module's configuration files say to the frameworks on its class path. */
final class FrameworkConfiguration {
    private final Catalogue catalogue;
    private final Program program;
    private final Linker linker;
    private final Classpath classpath;
    private final Map<String, List<Setting>> settings = new HashMap<>();

    /**
     * An entry of a configuration file that a framework binds.
     *
     * @param canonical the entry's key in canonical spelling
     * @param wildcard  what stands for {@code <name>} in the property, if it has such a segment
     * @param live      whether the library can be on the class path
     */
    record Setting(
            ConfigProperty property,
            Library library,
            String canonical,
            Optional<String> wildcard,
            ConfigEntry entry,
            boolean live) {}

    FrameworkConfiguration(Catalogue catalogue, Program program, Linker linker, Classpath classpath) {
        this.catalogue = catalogue;
        this.program = program;
        this.linker = linker;
        this.classpath = classpath;
    }

    /** Every entry of the module's own files that some library of the catalogue knows, in file order. */
    List<Setting> settings(Module module) {
        return settings.computeIfAbsent(module.directory(), d -> read(module));
    }

    private List<Setting> read(Module module) {
        List<Setting> found = new ArrayList<>();
        for (ConfigFacts file : program.configuration(module)) {
            if (!program.moduleOf(file.path()).directory().equals(module.directory())) {
                continue;
            }
            for (ConfigEntry entry : file.entries()) {
                String canonical = PropertyName.of(entry.key()).canonical();
                List<ConfigProperty> properties = catalogue.properties(canonical);
                if (properties.isEmpty()) {
                    continue; // most entries, and of JSON there are many
                }
                List<Setting> of = properties.stream()
                        .flatMap(property -> catalogue.library(property.library()).stream()
                                .map(library -> new Setting(
                                        property,
                                        library,
                                        canonical,
                                        wildcard(property.name(), canonical),
                                        entry,
                                        classpath.mayHave(library, module) && reads(property, library, module))))
                        .toList();
                // several libraries may know a key; the ones on the class path have it
                boolean someLive = of.stream().anyMatch(Setting::live);
                of.stream().filter(setting -> setting.live() || !someLive).forEach(found::add);
            }
            EnvironmentVariable.of(file).forEach(variable -> models(variable, module, found));
        }
        return List.copyOf(found);
    }

    /** Models that a variable sets by the name that a framework's binding gives their property. */
    private void models(EnvironmentVariable variable, Module module, List<Setting> found) {
        if (variable.value().isEmpty()
                || !variable.name().toUpperCase(Locale.ROOT).contains("MODEL")) {
            return;
        }
        for (Library library : catalogue.libraries()) {
            for (ConfigProperty property : library.properties()) {
                if (property.role() == Role.MODEL
                        && PropertyName.of(property.name()).isNamedBy(variable.name())
                        && classpath.dependency(library, module).isPresent()
                        && reads(property, library, module)) {
                    ConfigEntry entry = new ConfigEntry(
                            property.name(),
                            variable.value().get(),
                            variable.place(),
                            variable.place(),
                            Optional.empty(),
                            0);
                    found.add(new Setting(property, library, property.name(), Optional.empty(), entry, true));
                }
            }
        }
    }

    /** Every variable that the library's common key may be in, though no file says so. */
    List<Value> impliedKeys(Library library, Module module) {
        Optional<ConfigProperty> common = library.properties().stream()
                .filter(p -> p.role() == Role.KEY && !p.name().contains("<"))
                .min(Comparator.comparingInt(p -> p.group().length()));
        if (common.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(PropertyName.of(common.get().name()).environmentNames().stream()
                .skip(1)
                .toList());
        library.implicitNames().stream()
                .filter(n -> n.role() == Role.KEY && n.via() == ImplicitName.Via.ENVIRONMENT)
                .filter(n -> library.service().map(n.service()::equals).orElse(true))
                .filter(n -> holds(n.versions(), library, module))
                .forEach(n -> names.add(n.name()));
        Optional<Place> declared = classpath.dependency(library, module).flatMap(dependency -> dependency.place());
        return names.stream()
                .flatMap(n -> declared.stream()
                        .<Value>map(place -> new Value.FromEnvironment(n, false, Trail.written(place))))
                .toList();
    }

    /** Whether the library's version reads the property: its jar knows best, else the catalogue. */
    private boolean reads(ConfigProperty property, Library library, Module module) {
        boolean told = !property.name().contains("<") && linker.metadata().describes(parent(property.name()), module);
        return told
                ? linker.metadata()
                        .property(property.name(), module)
                        .filter(known -> !known.removed())
                        .isPresent()
                : holds(property.versions(), library, module);
    }

    private static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** Why a setting is read by nothing, for people. */
    String whyDead(Setting setting, Module module) {
        Optional<Dependency> dependency = classpath.dependency(setting.library(), module);
        if (dependency.isEmpty()) {
            return setting.library().artifacts().stream()
                            .findFirst()
                            .orElse(setting.library().id()) + " is not on the class path of " + module.name();
        }
        Optional<String> instead = linker.metadata()
                .property(setting.property().name(), module)
                .flatMap(ConfigurationMetadata.Property::replacement)
                .or(() -> setting.library().properties().stream()
                        .filter(other -> other.role() == setting.property().role()
                                && other.operation().equals(setting.property().operation())
                                && reads(other, setting.library(), module))
                        .map(ConfigProperty::name)
                        .findFirst());
        return dependency.get().artifactId()
                + dependency.get().version().map(version -> " " + version).orElse("") + " does not read it"
                + instead.map(name -> "; it reads " + name).orElse("");
    }

    /**
     * The one library on the module's class path that serves a framework's own classes ({@code ChatOptions},
     * {@code ChatModel}) for that operation; absent where none or several do.
     */
    Optional<Library> onlyProvider(Library neutral, Optional<String> operation, Module module) {
        if (neutral.service().isPresent()) {
            return Optional.empty();
        }
        List<Library> serving = catalogue.libraries().stream()
                .filter(library -> library.client().equals(neutral.client())
                        && library.service().isPresent()
                        && library.properties().stream()
                                .anyMatch(p -> p.role() == Role.MODEL
                                        && (operation.isEmpty() || p.operation().equals(operation)))
                        && classpath.dependency(library, module).isPresent())
                .toList();
        return serving.size() == 1 ? Optional.of(serving.get(0)) : Optional.empty();
    }

    private boolean holds(Optional<String> versions, Library library, Module module) {
        Optional<String> version = classpath.dependency(library, module).flatMap(dependency -> dependency.version());
        return versions.isEmpty()
                || version.map(v -> VersionRange.of(versions.get()).contains(v)).orElse(true);
    }

    private static Optional<String> wildcard(String pattern, String canonical) {
        String[] expected = pattern.split("\\.");
        String[] actual = canonical.split("\\.");
        for (int i = 0; i < Math.min(expected.length, actual.length); i++) {
            if (expected[i].startsWith("<")) {
                return Optional.of(actual[i]);
            }
        }
        return Optional.empty();
    }

    /** The client that a library's configuration describes for an operation in that module. */
    ClientSpec clientOf(Library library, Optional<String> operation, Module module, Scope scope) {
        Optional<ConfigProperty> model = library.properties().stream()
                .filter(p -> p.role() == Role.MODEL && !p.name().contains("<"))
                .filter(p -> operation.isEmpty() || p.operation().equals(operation))
                .findFirst();
        return model.map(property -> clientOf(library, property.group(), Optional.empty(), module, scope))
                .orElse(ClientSpec.EMPTY);
    }

    /** The client that a configuration group describes: its own properties, then those of the groups around it. */
    ClientSpec clientOf(Library library, String group, Optional<String> wildcard, Module module, Scope scope) {
        List<Value> keys = values(library, Role.KEY, group, wildcard, module, scope);
        if (keys.isEmpty() && classpath.dependency(library, module).isPresent()) {
            keys = implicitKey(library, group, wildcard, module).stream().toList();
        }
        return new ClientSpec(
                keys,
                values(library, Role.BASE_URL, group, wildcard, module, scope),
                values(library, Role.ORGANIZATION, group, wildcard, module, scope),
                values(library, Role.PROJECT, group, wildcard, module, scope),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private List<Value> values(
            Library library, Role role, String group, Optional<String> wildcard, Module module, Scope scope) {
        return candidates(library, role, group)
                .map(property -> property.name().replaceFirst("<[^>]*>", wildcard.orElse("<name>")))
                .map(name -> linker.property(name, module, scope).stream()
                        .filter(value -> !(value instanceof Value.FromConfiguration unset
                                && PropertyName.of(unset.property())
                                        .canonical()
                                        .equals(PropertyName.of(name).canonical())))
                        .toList())
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Properties of that role that hold for the group, the most special first. */
    private static java.util.stream.Stream<ConfigProperty> candidates(Library library, Role role, String group) {
        return library.properties().stream()
                .filter(p -> p.role() == role)
                .filter(p -> group.equals(p.group()) || group.startsWith(p.group() + "."))
                .sorted(Comparator.comparingInt((ConfigProperty p) -> p.group().length())
                        .reversed());
    }

    /** The variable that the library, or the framework's relaxed naming, reads where no file sets the key. */
    private Optional<Value> implicitKey(Library library, String group, Optional<String> wildcard, Module module) {
        Optional<Place> declared = classpath.dependency(library, module).flatMap(dependency -> dependency.place());
        Optional<String> name = library.implicitNames().stream()
                .filter(n -> n.role() == Role.KEY && n.via() == ImplicitName.Via.ENVIRONMENT)
                .filter(n -> holds(n.versions(), library, module))
                .map(ImplicitName::name)
                .findFirst()
                .or(() -> candidates(library, Role.KEY, group)
                        .min(Comparator.comparingInt(p -> p.group().length()))
                        .flatMap(p ->
                                PropertyName.of(p.name().replaceFirst("<[^>]*>", wildcard.orElse("")))
                                        .environmentNames()
                                        .stream()
                                        .reduce((plain, dashed) -> dashed)));
        return name.flatMap(n -> declared.map(place -> new Value.FromEnvironment(n, false, Trail.written(place))));
    }
}
