package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.TypeFacts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands in arrays, collections and streams, and what functions kept in variables return. */
final class Elements {
    private static final Set<String> MAKES = Set.of(
            "of",
            "asList",
            "listOf",
            "setOf",
            "arrayOf",
            "mutableListOf",
            "newArrayList",
            "newHashSet",
            "singletonList",
            "singleton",
            "just",
            "emptyList",
            "arrayListOf",
            "hashSetOf",
            "sequenceOf",
            "fromArray");
    private static final Set<String> COPIES = Set.of(
            "copyOf",
            "unmodifiableList",
            "unmodifiableSet",
            "unmodifiableCollection",
            "synchronizedList",
            "stream",
            "fromIterable",
            "asList",
            "newArrayList");
    private static final Set<String> SAME = Set.of(
            "stream",
            "parallelStream",
            "filter",
            "sorted",
            "distinct",
            "limit",
            "skip",
            "peek",
            "toList",
            "collect",
            "subList",
            "reversed",
            "iterator",
            "toArray",
            "parallel",
            "sequential",
            "unordered",
            "asReversed",
            "toSet",
            "boxed",
            "clone",
            "asSequence",
            "filterNotNull",
            "takeWhile",
            "dropWhile");
    /** They need an argument; code that does not compile may lack it. */
    private static final Set<String> FUNCTIONS = Set.of("map", "mapToObj", "flatMap");

    private static final Set<String> ADDS = Set.of("add", "addFirst", "addLast", "push", "offer");

    private final Engine engine;
    private final Map<TypeFacts.EnumConstant, Expr> constants = new IdentityHashMap<>();

    Elements(Engine engine) {
        this.engine = engine;
    }

    List<Source> find(At at) {
        Expr expr = at.expr();
        List<Source> found = new ArrayList<>();
        if (expr instanceof Expr.ArrayLiteral array) {
            array.elements().forEach(e -> found.add(new Source.Of(at.of(e))));
        } else if (expr instanceof Expr.Call call) {
            call(call, at, found);
        } else if (expr instanceof Expr.New creation) {
            creation.arguments().stream()
                    .filter(a -> !(a instanceof Expr.Literal))
                    .forEach(a -> found.addAll(engine.elements(at.of(a))));
            added(at, found);
        } else if (expr instanceof Expr.Name || expr instanceof Expr.Member) {
            engine.fields.binding(at).ifPresent(b -> flatten(engine.fields.sourcesOf(b, at), found));
            added(at, found);
        } else if (expr instanceof Expr.Conditional choice) {
            found.addAll(engine.elements(at.of(choice.whenTrue())));
            found.addAll(engine.elements(at.of(choice.whenFalse())));
        } else if (expr instanceof Expr.Cast cast) {
            found.addAll(engine.elements(at.of(cast.expression())));
        } else if (expr instanceof Expr.Assign assign) {
            found.addAll(engine.elements(at.of(assign.value())));
        }
        return found.size() > Engine.MAX_VALUES ? found.subList(0, Engine.MAX_VALUES) : found;
    }

    private void flatten(List<Source> sources, List<Source> found) {
        for (Source source : engine.expanded(sources)) {
            if (source instanceof Source.Of of) {
                found.addAll(engine.elements(of.at()));
            } else if (source instanceof Source.Collected collected) {
                collected.elements().forEach(e -> found.add(variableArgument(collected, e)));
            } else {
                found.add(source);
            }
        }
    }

    /** A single variable argument may itself be the array. */
    private Source variableArgument(Source.Collected all, At element) {
        boolean array = all.elements().size() == 1
                && engine.typing
                        .of(element.expr(), element.site())
                        .filter(t -> t.dimensions() > 0)
                        .isPresent();
        return array ? new Source.ElementOf(element) : new Source.Of(element);
    }

    private void call(Expr.Call call, At at, List<Source> found) {
        Optional<List<Source>> own = engine.ownCalls.sources(at);
        if (own.isPresent()) {
            flatten(own.get(), found);
            return;
        }
        Optional<At> scope = call.scope().map(at::of);
        Optional<String> type = scope.flatMap(s -> engine.types.of(s.expr(), at.site()));
        if (type.isPresent() || scope.isEmpty()) {
            if (call.name().equals("values") && type.isPresent()) {
                enumConstants(type.get(), at, found);
            } else if (MAKES.contains(call.name()) || COPIES.contains(call.name())) {
                made(call, at, found);
            }
            return;
        }
        if (call.arguments().isEmpty() && FUNCTIONS.contains(call.name())) {
            return;
        }
        switch (call.name()) {
            case "values" -> found.addAll(engine.maps.all(scope.get(), false));
            case "keySet" -> found.addAll(engine.maps.all(scope.get(), true));
            case "map", "mapToObj" ->
                found.addAll(engine.functions.results(at.of(call.arguments().get(0))));
            case "flatMap" ->
                flatten(engine.functions.results(at.of(call.arguments().get(0))), found);
            case "split" -> split(call, at, found);
            default -> {
                if (SAME.contains(call.name())) {
                    found.addAll(engine.elements(scope.get()));
                }
            }
        }
    }

    private void made(Expr.Call call, At at, List<Source> found) {
        for (Expr argument : call.arguments()) {
            boolean single = call.arguments().size() == 1;
            boolean collection = COPIES.contains(call.name()) && !call.name().equals("asList")
                    || engine.typing
                            .of(argument, at.site())
                            .filter(t -> t.dimensions() > 0)
                            .isPresent();
            found.add(single && collection ? new Source.ElementOf(at.of(argument)) : new Source.Of(at.of(argument)));
        }
    }

    private void enumConstants(String type, At at, List<Source> found) {
        engine.hierarchy
                .find(type, at.site().module())
                .ifPresent(decl -> decl.type().constants().forEach(c -> found.add(new Source.Of(constant(decl, c)))));
    }

    /** An expression that means that enum constant. */
    At constant(TypeDecl decl, TypeFacts.EnumConstant constant) {
        Expr name = constants.computeIfAbsent(constant, c -> new Expr.Name(c.name(), c.place()));
        return new At(name, decl.site(), Frame.NONE);
    }

    private void split(Expr.Call call, At at, List<Source> found) {
        List<String> separators = call.arguments().isEmpty()
                ? List.of()
                : engine.texts(at.of(call.arguments().get(0)));
        if (separators.size() != 1
                || separators.get(0).length() != 1
                || "\\[](){}.*+?^$|".contains(separators.get(0))) {
            found.add(new Source.Unknown("a part of a text"));
            return;
        }
        List<Value> parts = new ArrayList<>();
        for (Value value : engine.values(at.of(call.scope().orElseThrow()))) {
            if (value instanceof Value.Known known) {
                for (String part : known.text().split(separators.get(0))) {
                    parts.add(new Value.Known(part, known.origin(), known.trail()));
                }
            } else {
                parts.add(value);
            }
        }
        found.add(new Source.Fixed(parts));
    }

    /** What is added to a collection by calls on the same variable. */
    private void added(At at, List<Source> found) {
        for (At on : engine.sameObject.calls(at)) {
            if (on.expr() instanceof Expr.Call call && !call.arguments().isEmpty()) {
                Expr last = call.arguments().get(call.arguments().size() - 1);
                if (ADDS.contains(call.name())) {
                    found.add(new Source.Of(on.of(last)));
                } else if (call.name().equals("addAll") && last != at.expr()) {
                    found.addAll(engine.elements(on.of(last)));
                }
            }
        }
    }

    /** One element, by its index if that and the order are known, else any. */
    List<Source> at(At array, At index) {
        List<Source> all = engine.elements(array);
        boolean ordered = !all.isEmpty() && all.stream().allMatch(Source.Of.class::isInstance) && isLiteral(array);
        if (ordered && index.expr() instanceof Expr.Literal literal) {
            try {
                int i = Integer.parseInt(literal.text().orElse(""));
                return i >= 0 && i < all.size() ? List.of(all.get(i)) : List.of();
            } catch (NumberFormatException notConstant) {
                return all;
            }
        }
        return all;
    }

    /** Whether the array or list is written out once and for all, so that positions mean something. */
    private boolean isLiteral(At array) {
        List<At> made = engine.producers(array);
        return made.size() == 1
                && (made.get(0).expr() instanceof Expr.ArrayLiteral
                        || made.get(0).expr() instanceof Expr.Call);
    }
}
