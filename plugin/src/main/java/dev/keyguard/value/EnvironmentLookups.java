package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Environment variables and system properties: {@code System}, maps of the environment, {@code .env} readers. */
final class EnvironmentLookups implements ValueStep {
    private static final Set<String> READS = Set.of("get", "getOrDefault", "getProperty", "getOrElse", "getValue");

    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        List<Expr> arguments = call.arguments();
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        boolean getenv = call.name().equals("getenv");
        boolean getProperty = call.name().equals("getProperty");
        if (call.scope().isEmpty()) {
            boolean system = at.site().file().imports().stream()
                    .anyMatch(i -> i.isStatic() && i.name().startsWith("java.lang.System"));
            return system && (getenv || getProperty)
                    ? Optional.of(read(call, at, engine, getProperty))
                    : Optional.empty();
        }
        Expr scope = call.scope().get();
        Optional<String> type = engine.types.of(scope, at.site());
        if (type.isPresent()) {
            boolean system = type.get().equals("java.lang.System");
            return system && (getenv || getProperty)
                    ? Optional.of(read(call, at, engine, getProperty))
                    : Optional.empty();
        }
        if (!READS.contains(call.name())) {
            return Optional.empty();
        }
        Optional<Ty> receiver = engine.typing.of(scope, at.site());
        if (receiver.filter(t -> t.is("Dotenv", "DotEnv")).isPresent() || isDotenv(scope, at)) {
            return Optional.of(dotenv(call, at, engine));
        }
        boolean map = receiver.isEmpty() || receiver.get().is("Map", "Properties");
        if (!map) {
            return Optional.empty();
        }
        for (At producer : engine.producers(at.of(scope))) {
            if (producer.expr() instanceof Expr.Call made && made.arguments().isEmpty()) {
                if (made.name().equals("getenv") || made.name().equals("environment")) {
                    return Optional.of(read(call, at, engine, false));
                }
                if (made.name().equals("getProperties") && isSystem(made, producer, engine)) {
                    return Optional.of(read(call, at, engine, true));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSystem(Expr.Call call, At at, Engine engine) {
        return call.scope()
                .flatMap(s -> engine.types.of(s, at.site()))
                .filter("java.lang.System"::equals)
                .isPresent();
    }

    /** {@code Dotenv.load().get(...)} where the import is by wildcard or the variable is {@code var}. */
    private static boolean isDotenv(Expr scope, At at) {
        Expr root = scope;
        while (root instanceof Expr.Call call && call.scope().isPresent()) {
            root = call.scope().get();
        }
        boolean imported =
                at.site().file().imports().stream().anyMatch(i -> i.name().contains(".dotenv."));
        return imported
                && (root instanceof Expr.Name n
                                && n.name().toLowerCase(Locale.ROOT).contains("env")
                        || root instanceof Expr.Call c && c.name().equals("dotenv"));
    }

    private static List<Value> read(Expr.Call call, At at, Engine engine, boolean systemProperty) {
        List<Value> found = new ArrayList<>();
        for (Value name : engine.values(at.of(call.arguments().get(0)))) {
            if (name instanceof Value.Known known && !systemProperty) {
                Hop hop = new Hop(Hop.Kind.LOOKED_UP, call.place(), Optional.of(known.text()));
                found.addAll(Engine.map(
                        engine.configuration.deployed(
                                known.text(), at.site().module(), at.site().scope()),
                        v -> v.then(hop)));
            }
            found.add(
                    name instanceof Value.Known known
                            ? new Value.FromEnvironment(
                                    known.text(), systemProperty, Constants.named(call.place(), known.text()))
                            : new Value.Dynamic(
                                    (systemProperty ? "a system property" : "an environment variable")
                                            + " whose name is not known",
                                    Trail.written(call.place())));
        }
        return withDefault(found, call, at, engine);
    }

    private static List<Value> dotenv(Expr.Call call, At at, Engine engine) {
        List<Value> found = new ArrayList<>();
        for (Value name : engine.values(at.of(call.arguments().get(0)))) {
            if (name instanceof Value.Known known) {
                Hop hop = new Hop(Hop.Kind.LOOKED_UP, call.place(), Optional.of(known.text()));
                found.add(new Value.FromEnvironment(known.text(), false, Constants.named(call.place(), known.text())));
                found.addAll(Engine.map(
                        engine.configuration.variable(
                                known.text(), at.site().module(), at.site().scope()),
                        v -> v.then(hop)));
            } else {
                found.add(new Value.Dynamic(
                        "an environment variable whose name is not known", Trail.written(call.place())));
            }
        }
        return withDefault(found, call, at, engine);
    }

    private static List<Value> withDefault(List<Value> found, Expr.Call call, At at, Engine engine) {
        if (call.arguments().size() < 2) {
            return found;
        }
        return OptionalIdioms.or(found, engine.values(at.of(call.arguments().get(1))));
    }
}
