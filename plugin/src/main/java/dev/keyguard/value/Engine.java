package dev.keyguard.value;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The parts of the evaluation, put together, and the two questions that they ask each other: what an expression gives
 * ({@link #values}) and which expressions make an object ({@link #producers}).
 */
final class Engine {
    static final int MAX_VALUES = 64;

    final Catalogue catalogue;
    final ClassPathConstants classPath;
    final ConfigurationMetadata metadata;
    final Declarations declarations;
    final TypeNames names;
    final Hierarchy hierarchy;
    final Bindings bindings;
    final TypeExpressions types;
    final Typing typing;
    final Overloads overloads;
    final Callers callers;
    final Frames frames = new Frames();
    final Lombok lombok;
    final Guards guards;
    final Flow flow;
    final FieldFlow fields;
    final OwnCalls ownCalls;
    final Objects objects;
    final SameObject sameObject;
    final Elements elements;
    final Functions functions;
    final CollectionSources collections;
    final MapEntries maps;
    final Beans beans;
    final EffectiveConfiguration configuration;
    final Injection injection;
    private final Evaluator evaluator;
    private final Recursion recursion = new Recursion();

    Engine(Program program, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.classPath = new ClassPathConstants();
        this.metadata = new ConfigurationMetadata(classPath);
        this.declarations = new Declarations(program, catalogue);
        this.names = new TypeNames(declarations, catalogue, classPath);
        this.hierarchy = new Hierarchy(declarations, names);
        this.bindings = new Bindings(declarations, hierarchy, catalogue, classPath);
        this.types = new TypeExpressions(names, hierarchy, bindings, catalogue);
        this.typing = new Typing(names, hierarchy, bindings, types, new LibraryTypes(catalogue), declarations);
        this.overloads = new Overloads(names, hierarchy, typing);
        this.callers = new Callers(declarations, names, hierarchy, typing, overloads);
        this.lombok = new Lombok(hierarchy);
        this.configuration = new EffectiveConfiguration(program, metadata);
        this.injection = new Injection(this);
        this.guards = new Guards(this);
        this.flow = new Flow(this);
        this.fields = new FieldFlow(this);
        this.ownCalls = new OwnCalls(this);
        this.beans = new Beans(this);
        this.objects = new Objects(this);
        this.sameObject = new SameObject(this);
        this.elements = new Elements(this);
        this.functions = new Functions(this);
        this.collections = new CollectionSources(this);
        this.maps = new MapEntries(this);
        this.evaluator = new Evaluator(this);
    }

    /** What the expression gives; empty if it gives nothing but {@code null}, or only what it is itself made of. */
    List<Value> values(At at) {
        return recursion.ask(
                new Question(Kind.VALUES, at),
                () -> distinct(evaluator.of(at), at.expr().place()),
                () -> List.of(new Value.Dynamic(
                        "too many steps from here", Trail.written(at.expr().place()))));
    }

    /** Where the object that the expression gives is made; ends at what cannot be followed, at the latest at itself. */
    List<At> producers(At at) {
        return recursion.ask(new Question(Kind.PRODUCERS, at), () -> objects.find(at), () -> List.of(at));
    }

    /** Where the elements of an array, collection or stream come from. */
    List<Source> elements(At at) {
        return recursion.ask(
                new Question(Kind.ELEMENTS, at),
                () -> elements.find(at),
                () -> List.of(new Source.Unknown("too many steps from here")));
    }

    /** Counts one more use of an object that was looked at for the question at hand. */
    void worked() {
        recursion.worked();
    }

    /** What a variable, field or call gives whose value comes from these. */
    List<Value> values(List<Source> sources, At at) {
        List<Value> all = new ArrayList<>();
        for (Source source : expanded(sources)) {
            if (source instanceof Source.Of of) {
                all.addAll(values(of.at()));
            } else if (source instanceof Source.Fixed fixed) {
                all.addAll(fixed.values());
            } else if (source instanceof Source.Unknown unknown) {
                all.add(new Value.Dynamic(
                        unknown.reason(), Trail.written(at.expr().place())));
            } else {
                all.add(new Value.Dynamic("an array", Trail.written(at.expr().place())));
            }
            if (all.size() > MAX_VALUES * 4) {
                break;
            }
        }
        return distinct(all, at.expr().place());
    }

    /**
     * These, with elements and entries replaced by what they are, in order. Each is followed once: a list that is put into
     * itself would otherwise never end.
     */
    List<Source> expanded(List<Source> sources) {
        List<Source> plain = new ArrayList<>();
        Set<Source> followed = new HashSet<>();
        Deque<Source> open = new ArrayDeque<>(sources);
        while (!open.isEmpty() && followed.size() <= MAX_VALUES * 4) {
            Source next = open.removeFirst();
            List<Source> inside = List.of();
            if (next instanceof Source.ElementOf element) {
                inside = followed.add(next) ? elements(element.collection()) : List.of();
            } else if (next instanceof Source.EntryOf entry) {
                inside = followed.add(next) ? maps.all(entry.map(), entry.key()) : List.of();
            } else {
                plain.add(next);
            }
            for (int i = inside.size() - 1; i >= 0; i--) {
                open.addFirst(inside.get(i));
            }
        }
        return plain;
    }

    /** The texts an expression gives, if all of them are known. */
    List<String> texts(At at) {
        List<Value> values = values(at);
        List<String> texts = new ArrayList<>();
        for (Value value : values) {
            if (!(value instanceof Value.Known known)) {
                return List.of();
            }
            texts.add(known.text());
        }
        return texts;
    }

    /** Drops duplicates (the same thing, written at the same place) and what goes beyond the limit. */
    static List<Value> distinct(List<Value> values, Place place) {
        if (values.size() < 2) {
            return List.copyOf(values);
        }
        Map<Object, Value> distinct = new LinkedHashMap<>();
        for (Value value : values) {
            distinct.putIfAbsent(identity(value), value);
        }
        List<Value> kept = new ArrayList<>(distinct.values());
        if (kept.size() > MAX_VALUES) {
            kept = new ArrayList<>(kept.subList(0, MAX_VALUES));
            kept.add(new Value.Dynamic("too many values", Trail.written(place)));
        }
        return List.copyOf(kept);
    }

    private static Object identity(Value value) {
        String what;
        if (value instanceof Value.Known known) {
            what = "known " + known.text();
        } else if (value instanceof Value.FromConfiguration property) {
            what = "property " + property.property();
        } else if (value instanceof Value.FromEnvironment variable) {
            what = "variable " + variable.name();
        } else if (value instanceof Value.Dynamic dynamic) {
            what = "dynamic " + dynamic.reason() + dynamic.template();
        } else {
            what = value.toString();
        }
        return List.of(what, value.trail().origin());
    }

    /** All values, each changed. */
    static List<Value> map(List<Value> values, Function<Value, Value> change) {
        return values.stream().map(change).toList();
    }

    /** All values with one more hop: looked up at the expression, under that name. */
    static List<Value> through(List<Value> values, Expr expression, String name) {
        Hop hop = new Hop(Hop.Kind.LOOKED_UP, expression.place(), Optional.of(name));
        return values.stream().map(v -> v.then(hop)).toList();
    }

    /** All values with one more hop: the call returns them. */
    static List<Value> returned(List<Value> values, Expr.Call call) {
        Hop hop = new Hop(Hop.Kind.RETURNED, call.place(), Optional.of(call.name()));
        return map(values, v -> v.then(hop));
    }

    private enum Kind {
        VALUES,
        PRODUCERS,
        ELEMENTS
    }

    private record Question(Kind kind, At at) {}
}
