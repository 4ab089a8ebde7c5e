package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Look-ups in maps, lists and streams that the code puts together itself. */
final class CollectionLookups implements ValueStep {
    private static final Set<String> MAP = Set.of(
            "get",
            "getOrDefault",
            "remove",
            "computeIfAbsent",
            "putIfAbsent",
            "getValue",
            "getString",
            "opt",
            "optString");
    private static final Set<String> ANY = Set.of(
            "getFirst",
            "getLast",
            "findFirst",
            "findAny",
            "next",
            "poll",
            "peek",
            "element",
            "first",
            "last",
            "removeFirst",
            "firstOrNull",
            "random",
            "min",
            "max",
            "reduce",
            "pop",
            "elementAt");

    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        if (call.scope().isEmpty()
                || engine.types.of(call.scope().get(), at.site()).isPresent()) {
            return Optional.empty();
        }
        At receiver = at.of(call.scope().get());
        Optional<Ty> type = engine.typing.of(receiver.expr(), at.site());
        if (call.arguments().isEmpty()
                && (call.name().equals("getValue") || call.name().equals("getKey"))) {
            return ofEntry(receiver, call.name().equals("getKey"), at, engine);
        }
        boolean map = type.filter(t -> t.simpleName().endsWith("Map")).isPresent();
        boolean list = type.filter(t -> t.simpleName().endsWith("List") || t.is("Collection", "Set", "Stream"))
                .isPresent();
        if (ANY.contains(call.name()) && (list || type.isEmpty() || type.get().is("Iterator", "Queue", "Deque"))) {
            List<Source> elements = engine.elements(receiver);
            return elements.isEmpty() ? Optional.empty() : Optional.of(engine.values(elements, at));
        }
        if (call.arguments().isEmpty() || !MAP.contains(call.name())) {
            return Optional.empty();
        }
        if (list && call.name().equals("get")) {
            List<Source> elements =
                    engine.elements.at(receiver, at.of(call.arguments().get(0)));
            return elements.isEmpty() ? Optional.empty() : Optional.of(engine.values(elements, at));
        }
        return map || type.isEmpty() ? ofMap(call, receiver, map, at, engine) : Optional.empty();
    }

    private static Optional<List<Value>> ofMap(Expr.Call call, At receiver, boolean map, At at, Engine engine) {
        List<String> keys = engine.texts(at.of(call.arguments().get(0)));
        List<Value> found = new ArrayList<>(engine.values(engine.maps.under(receiver, keys), at));
        boolean withDefault = call.arguments().size() == 2;
        if (found.isEmpty()) {
            if (!map && !withDefault) {
                return Optional.empty();
            }
            String key = keys.size() == 1 ? "entry " + keys.get(0) : "an entry";
            found.add(new Value.Dynamic(key + " of a map", Trail.written(call.place())));
        }
        if (!withDefault) {
            return Optional.of(Engine.through(found, call, call.name()));
        }
        At instead = at.of(call.arguments().get(1));
        boolean function = instead.expr() instanceof Expr.Lambda || instead.expr() instanceof Expr.MethodRef;
        List<Value> defaults = function ? engine.values(engine.functions.results(instead), at) : engine.values(instead);
        return Optional.of(OptionalIdioms.or(found, defaults));
    }

    /** The key or value of an entry that stands for one of a map's: {@code for (var e : map.entrySet())}. */
    private static Optional<List<Value>> ofEntry(At entry, boolean key, At at, Engine engine) {
        Optional<Binding> binding = engine.fields.binding(entry);
        if (binding.isEmpty()) {
            return Optional.empty();
        }
        for (Source source : engine.fields.sourcesOf(binding.get(), entry)) {
            if (source instanceof Source.ElementOf element) {
                Expr root = element.collection().expr();
                while (root instanceof Expr.Call c
                        && !c.name().equals("entrySet")
                        && c.scope().isPresent()) {
                    root = c.scope().get();
                }
                if (root instanceof Expr.Call c
                        && c.name().equals("entrySet")
                        && c.scope().isPresent()) {
                    At map = element.collection().of(c.scope().get());
                    return Optional.of(engine.values(engine.maps.all(map, key), at));
                }
            }
        }
        return Optional.empty();
    }
}
