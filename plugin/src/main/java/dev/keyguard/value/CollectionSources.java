package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the result of a look-up in a map, list or stream comes from that the code puts together itself. */
final class CollectionSources {
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

    private final Engine engine;

    CollectionSources(Engine engine) {
        this.engine = engine;
    }

    /**
     * A look-up.
     *
     * @param found   what it can give
     * @param instead what it gives otherwise, if it says so
     */
    record LookUp(List<Source> found, Optional<At> instead) {}

    /** The look-up a call is; absent if it is none. */
    Optional<LookUp> of(Expr.Call call, At at) {
        if (call.scope().isEmpty()
                || engine.types.of(call.scope().get(), at.site()).isPresent()) {
            return Optional.empty();
        }
        At receiver = at.of(call.scope().get());
        Optional<Ty> type = engine.typing.of(receiver.expr(), at.site());
        if (call.arguments().isEmpty()
                && (call.name().equals("getValue") || call.name().equals("getKey"))) {
            return ofEntry(receiver, call.name().equals("getKey"));
        }
        boolean map = type.filter(t -> t.simpleName().endsWith("Map")).isPresent();
        boolean list = type.filter(t -> t.simpleName().endsWith("List") || t.is("Collection", "Set", "Stream"))
                .isPresent();
        if (ANY.contains(call.name()) && (list || type.isEmpty() || type.get().is("Iterator", "Queue", "Deque"))) {
            return some(engine.elements(receiver));
        }
        if (call.arguments().isEmpty() || !MAP.contains(call.name())) {
            return Optional.empty();
        }
        if (list && call.name().equals("get")) {
            return some(engine.elements.at(receiver, at.of(call.arguments().get(0))));
        }
        return map || type.isEmpty() ? ofMap(call, receiver, map, at) : Optional.empty();
    }

    private static Optional<LookUp> some(List<Source> elements) {
        return elements.isEmpty() ? Optional.empty() : Optional.of(new LookUp(elements, Optional.empty()));
    }

    private Optional<LookUp> ofMap(Expr.Call call, At receiver, boolean map, At at) {
        List<String> keys = engine.texts(at.of(call.arguments().get(0)));
        List<Source> found = new ArrayList<>(engine.maps.under(receiver, keys));
        boolean withDefault = call.arguments().size() == 2;
        if (found.isEmpty()) {
            if (!map && !withDefault) {
                return Optional.empty();
            }
            String key = keys.size() == 1 ? "entry " + keys.get(0) : "an entry";
            found.add(new Source.Unknown(key + " of a map"));
        }
        return Optional.of(new LookUp(
                found, withDefault ? Optional.of(at.of(call.arguments().get(1))) : Optional.empty()));
    }

    /** The key or value of an entry that stands for one of a map's: {@code for (var e : map.entrySet())}. */
    private Optional<LookUp> ofEntry(At entry, boolean key) {
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
                    return some(
                            engine.maps.all(element.collection().of(c.scope().get()), key));
                }
            }
        }
        return Optional.empty();
    }
}
