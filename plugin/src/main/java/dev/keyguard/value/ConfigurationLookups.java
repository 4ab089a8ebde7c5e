package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Properties that code looks up by their key, where the receiver is plainly a configuration. */
final class ConfigurationLookups implements ValueStep {
    static final Set<String> READS = Set.of(
            "getProperty",
            "getRequiredProperty",
            "getString",
            "getValue",
            "getOptionalValue",
            "getConfigValue",
            "get",
            "getText",
            "getOptionalString",
            "getStringOrDefault",
            "getOrDefault",
            "getStr",
            "getOptional");
    private static final Set<String> SECTIONS =
            Set.of("get", "getConfig", "getConfigurationSection", "config", "subset", "getSection", "atPath", "node");
    private static final Set<String> TYPES = Set.of(
            "Properties",
            "Environment",
            "ConfigurableEnvironment",
            "PropertyResolver",
            "Config",
            "Configuration",
            "FileConfiguration",
            "YamlConfiguration",
            "ConfigurationSection",
            "SmallRyeConfig",
            "ConfigAccessor",
            "PropertiesConfiguration",
            "CompositeConfiguration",
            "ResourceBundle",
            "Preferences",
            "ImmutableConfiguration");
    private static final Set<String> NAMES = Set.of(
            "config",
            "cfg",
            "conf",
            "configuration",
            "properties",
            "props",
            "prop",
            "environment",
            "env",
            "settings",
            "getconfig",
            "getconfiguration",
            "getproperties",
            "getenvironment",
            "getsettings");

    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        boolean named = READS.contains(call.name())
                && !call.arguments().isEmpty()
                && call.scope().isPresent();
        if (!named || !isConfiguration(call.scope().get(), at, engine)) {
            return Optional.empty();
        }
        List<Value> found = new ArrayList<>();
        At receiver = at.of(call.scope().get());
        for (Value key : engine.values(at.of(call.arguments().get(0)))) {
            if (key instanceof Value.Known known) {
                // what is put under keys that are not known is the configuration as it is loaded
                found.addAll(engine.values(engine.maps.exactly(receiver, known.text()), at));
                for (String prefix : prefixes(receiver, engine, 0)) {
                    found.addAll(looked(prefix + known.text(), call, at, engine, found.isEmpty()));
                }
            } else {
                found.add(new Value.Dynamic("a property whose name is not known", Trail.written(call.place())));
            }
        }
        Optional<Expr> instead = defaultOf(call, at, engine);
        return Optional.of(instead.isEmpty() ? found : OptionalIdioms.or(found, engine.values(at.of(instead.get()))));
    }

    /** What the files of the module set the property to, else that it comes from outside. */
    static List<Value> looked(String key, Expr.Call call, At at, Engine engine, boolean first) {
        List<Value> set =
                engine.configuration.values(key, at.site().module(), at.site().scope());
        Hop hop = new Hop(Hop.Kind.LOOKED_UP, call.place(), Optional.of(key));
        List<Value> found = new ArrayList<>(Engine.map(set, v -> v.then(hop)));
        if (set.isEmpty() && first) {
            found.add(new Value.FromConfiguration(key, Constants.named(call.place(), key)));
        }
        return found;
    }

    /** The last argument, if it is neither the key nor a type. */
    static Optional<Expr> defaultOf(Expr.Call call, At at, Engine engine) {
        List<Expr> arguments = call.arguments();
        Expr last = arguments.get(arguments.size() - 1);
        if (arguments.size() < 2 || last instanceof Expr.ClassLiteral) {
            return Optional.empty();
        }
        boolean type =
                engine.typing.of(last, at.site()).filter(t -> t.is("Class")).isPresent();
        return type ? Optional.empty() : Optional.of(last);
    }

    private static boolean isConfiguration(Expr scope, At at, Engine engine) {
        if (engine.types.of(scope, at.site()).isPresent()) {
            return false;
        }
        Optional<Ty> type = engine.typing.of(scope, at.site());
        if (type.isPresent()) {
            return TYPES.contains(type.get().simpleName());
        }
        if (scope instanceof Expr.Name name) {
            return NAMES.contains(name.name().toLowerCase(Locale.ROOT));
        } else if (scope instanceof Expr.Member member) {
            return NAMES.contains(member.name().toLowerCase(Locale.ROOT));
        } else if (scope instanceof Expr.Call call) {
            return NAMES.contains(call.name().toLowerCase(Locale.ROOT))
                    || SECTIONS.contains(call.name())
                            && call.scope().isPresent()
                            && isConfiguration(call.scope().get(), at, engine);
        }
        return false;
    }

    /** The keys of the sections that the receiver stands for, each with a dot; the empty one for the root. */
    private static List<String> prefixes(At receiver, Engine engine, int depth) {
        List<String> found = new ArrayList<>();
        for (At producer : depth > 4 ? List.<At>of() : engine.producers(receiver)) {
            boolean section = producer.expr() instanceof Expr.Call call
                    && SECTIONS.contains(call.name())
                    && call.scope().isPresent()
                    && call.arguments().size() == 1
                    && isConfiguration(call.scope().get(), producer, engine);
            if (section) {
                Expr.Call call = (Expr.Call) producer.expr();
                for (String key : engine.texts(producer.of(call.arguments().get(0)))) {
                    prefixes(producer.of(call.scope().get()), engine, depth + 1).forEach(p -> found.add(p + key + "."));
                }
            }
        }
        return found.isEmpty() ? List.of("") : found;
    }
}
