package dev.keyguard.value;

import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.source.config.Placeholder;
import dev.keyguard.source.config.PropertyName;
import dev.keyguard.value.ConfigurationIndex.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * What configuration properties are, as the files of a module set them: every profile's value is one of its own, and
 * placeholders are followed into other properties and the environment.
 */
final class EffectiveConfiguration {
    private static final int MAX_DEPTH = 12;
    private static final Pattern MANIFEST = Pattern.compile(".+\\.ya?ml");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final Program program;
    private final ConfigurationMetadata metadata;
    private final Map<Module, ConfigurationIndex> indexes = new IdentityHashMap<>();
    private Map<String, Scope> scopes;

    EffectiveConfiguration(Program program, ConfigurationMetadata metadata) {
        this.program = program;
        this.metadata = metadata;
    }

    private ConfigurationIndex index(Module module) {
        ConfigurationIndex known = indexes.get(module);
        if (known == null) {
            known = new ConfigurationIndex(program, module, scopes());
            indexes.put(module, known);
        }
        return known;
    }

    private Map<String, Scope> scopes() {
        if (scopes == null) {
            scopes = new HashMap<>();
            program.modules().forEach(module -> module.files().forEach(file -> scopes.put(file.path(), file.scope())));
        }
        return scopes;
    }

    /** What the files set a property to; empty if none does. */
    List<Value> values(String key, Module module, Scope scope) {
        return property(key, new Resolution(module, scope, 0, Set.of()));
    }

    /** What {@code .env} and compose files and manifests set an environment variable to. */
    List<Value> variable(String name, Module module, Scope scope) {
        Resolution at = new Resolution(module, scope, 0, Set.of());
        List<Value> found = new ArrayList<>();
        for (Setting setting : index(module).variable(name, scope)) {
            found.addAll(value(setting, at));
        }
        return distinct(found);
    }

    /** What compose files and manifests start the program with: texts that they write out for that variable. */
    List<Value> deployed(String name, Module module, Scope scope) {
        Resolution at = new Resolution(module, scope, 0, Set.of());
        List<Value> found = new ArrayList<>();
        for (Setting setting : index(module).variable(name, scope)) {
            if (MANIFEST.matcher(setting.place().file()).matches()) {
                value(setting, at).stream()
                        .filter(Value.Known.class::isInstance)
                        .forEach(found::add);
            }
        }
        return distinct(found);
    }

    /** Whether a file sets the property for all profiles, so that defaults elsewhere do not count. */
    boolean settled(String key, Module module, Scope scope) {
        return index(module).property(PropertyName.of(key), scope).stream()
                .anyMatch(s -> s.profile().isEmpty());
    }

    /**
     * What a text with placeholders is.
     *
     * @param origin how literal text in it counts
     * @param places where the character at an offset of the text is written
     */
    List<Value> text(String text, Origin origin, IntFunction<Place> places, Module module, Scope scope) {
        Resolution at = new Resolution(module, scope, 0, Set.of());
        return parts(Placeholder.parse(text, Placeholder.Style.JAVA), origin, places, at);
    }

    /** The names a text with placeholders refers to, outermost first. */
    static List<String> names(String text) {
        return Placeholder.references(Placeholder.parse(text, Placeholder.Style.JAVA))
                .flatMap(r -> r.plainName().stream())
                .toList();
    }

    /** A question inside others: {@code open} are the keys that are being resolved. */
    private record Resolution(Module module, Scope scope, int depth, Set<String> open) {
        Resolution inside(String key) {
            Set<String> keys = new LinkedHashSet<>(open);
            keys.add(key);
            return new Resolution(module, scope, depth + 1, keys);
        }
    }

    private List<Value> property(String key, Resolution at) {
        PropertyName name = PropertyName.of(key);
        if (at.depth() > MAX_DEPTH || at.open().contains(name.canonical())) {
            return List.of();
        }
        Resolution inside = at.inside(name.canonical());
        ConfigurationIndex index = index(at.module());
        List<Value> found = new ArrayList<>();
        for (Setting setting : index.property(name, at.scope())) {
            found.addAll(value(setting, inside));
        }
        if (found.isEmpty()) {
            for (Setting setting : index.variablesFor(name, at.scope())) {
                found.addAll(value(setting, inside));
            }
        }
        if (found.isEmpty()) {
            metadata.replacedBy(key, at.module()).forEach(former -> found.addAll(property(former, inside)));
        }
        return distinct(found);
    }

    private static List<Value> distinct(List<Value> values) {
        Map<List<Object>, Value> found = new LinkedHashMap<>();
        for (Value value : values) {
            found.putIfAbsent(
                    List.of(value.template(), value.getClass(), value.trail().hops()), value);
            if (found.size() >= Engine.MAX_VALUES) {
                break;
            }
        }
        return List.copyOf(found.values());
    }

    private List<Value> value(Setting setting, Resolution at) {
        Place start = setting.place();
        boolean oneLine = setting.value().indexOf('\n') < 0;
        IntFunction<Place> places =
                offset -> oneLine ? new Place(start.file(), start.line(), start.column() + offset) : start;
        List<Placeholder.Part> parts = Placeholder.parse(setting.value(), setting.style());
        Hop hop = new Hop(Hop.Kind.CONFIGURED, start, Optional.of(setting.key()));
        List<Value> found = parts.isEmpty()
                ? List.of(new Value.Known("", Origin.CONFIG, Trail.written(start)))
                : parts(parts, Origin.CONFIG, places, at);
        return Engine.map(found, v -> v.then(hop));
    }

    private List<Value> parts(List<Placeholder.Part> parts, Origin origin, IntFunction<Place> places, Resolution at) {
        List<List<Value>> values = new ArrayList<>();
        for (Placeholder.Part part : parts) {
            values.add(part(part, origin, places, at));
        }
        return values.isEmpty() ? List.of() : Texts.product(values, places.apply(0));
    }

    private List<Value> part(Placeholder.Part part, Origin origin, IntFunction<Place> places, Resolution at) {
        Place place = places.apply(part.offset());
        if (part instanceof Placeholder.Literal literal) {
            return List.of(new Value.Known(literal.text(), origin, Trail.written(place)));
        } else if (part instanceof Placeholder.Reference reference) {
            return reference(reference, places, at);
        } else if (part instanceof Placeholder.Opaque opaque) {
            List<Value> inside = new ArrayList<>();
            for (Placeholder.Part inner : opaque.inside()) {
                if (!(inner instanceof Placeholder.Literal)) {
                    inside.addAll(part(inner, origin, places, at));
                }
            }
            return inside.isEmpty()
                    ? List.of(new Value.Dynamic("the expression " + opaque.text(), Trail.written(place)))
                    : inside;
        }
        Placeholder.Malformed malformed = (Placeholder.Malformed) part;
        return List.of(new Value.Dynamic(malformed.text() + " is not replaced by anything", Trail.written(place)));
    }

    private List<Value> reference(Placeholder.Reference reference, IntFunction<Place> places, Resolution at) {
        Place place = places.apply(reference.offset());
        if (at.depth() > MAX_DEPTH) {
            return List.of(new Value.Dynamic("too many placeholders inside each other", Trail.written(place)));
        }
        List<Value> found = new ArrayList<>();
        boolean settled = false;
        for (String name : names(reference, places, at)) {
            List<Value> set = new ArrayList<>();
            if (reference.kind() == Placeholder.Kind.BUILD) {
                set.addAll(build(name, at, place));
            } else if (reference.kind() == Placeholder.Kind.PROPERTY) {
                set.addAll(property(name, at));
                settled |= !set.isEmpty() && settled(name, at.module(), at.scope());
            }
            found.addAll(set.isEmpty() ? List.of(open(reference.kind(), name, place)) : set);
        }
        if (!settled && reference.defaultValue().isPresent()) {
            List<Value> instead = parts(reference.defaultValue().get(), Origin.DEFAULT, places, at.inside("default"));
            found.addAll(Engine.map(instead, v -> Evaluator.retold(v, Origin.CONFIG, Origin.DEFAULT)));
        }
        return found.isEmpty() ? List.of(new Value.Dynamic("a placeholder", Trail.written(place))) : found;
    }

    private List<String> names(Placeholder.Reference reference, IntFunction<Place> places, Resolution at) {
        if (reference.plainName().isPresent()) {
            return List.of(reference.plainName().get());
        }
        List<String> names = new ArrayList<>();
        for (Value value : parts(reference.name(), Origin.CONFIG, places, at.inside("name"))) {
            if (value instanceof Value.Known known) {
                names.add(known.text());
            }
        }
        return names;
    }

    private static List<Value> build(String name, Resolution at, Place place) {
        return at.module()
                .build()
                .map(b -> b.properties().get(name))
                .filter(v -> !v.contains("${"))
                .<List<Value>>map(v -> List.of(new Value.Known(v, Origin.CONFIG, Trail.written(place))))
                .orElse(List.of());
    }

    private static Value open(Placeholder.Kind kind, String name, Place place) {
        boolean variable =
                kind == Placeholder.Kind.ENVIRONMENT || VARIABLE.matcher(name).matches();
        Trail trail = Constants.named(place, name);
        return variable ? new Value.FromEnvironment(name, false, trail) : new Value.FromConfiguration(name, trail);
    }
}
