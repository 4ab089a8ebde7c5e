package dev.keyguard.value;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.FieldFact;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an expression gives, by its form; calls are left to the steps. */
final class Evaluator {
    private final Engine engine;
    private final Constants constants;
    private final List<ValueStep> steps;
    private final Map<Expr.Index, Expr.Call> lookUps = new IdentityHashMap<>();

    Evaluator(Engine engine) {
        this.engine = engine;
        this.constants = new Constants(engine);
        this.steps = List.of(
                new LibraryModels(),
                new TestDoubles(),
                new TestServers(),
                ConfigurationWrappers.own(),
                new OwnMethods(),
                new EnumNames(constants),
                new EnvironmentLookups(),
                new ConfigurationLookups(),
                ConfigurationWrappers.foreign(),
                new TextIdioms(),
                new TextBuilders(),
                new OptionalIdioms(),
                new DefaultIdioms(),
                new CollectionLookups(),
                new FunctionCalls(),
                new LibrarySettings(),
                new LibraryAccessors());
    }

    List<Value> of(At at) {
        Expr expr = at.expr();
        if (expr instanceof Expr.Literal literal) {
            return literal.text()
                    .<List<Value>>map(t -> List.of(new Value.Known(t, Origin.LITERAL, Trail.written(expr.place()))))
                    .orElse(List.of());
        } else if (expr instanceof Expr.Name || expr instanceof Expr.Member) {
            return variable(at);
        } else if (expr instanceof Expr.Call call) {
            return call(call, at);
        } else if (expr instanceof Expr.New creation) {
            return creation(creation, at);
        } else if (expr instanceof Expr.Conditional choice) {
            return all(at, engine.guards.outcomes(choice, at));
        } else if (expr instanceof Expr.Switch choice) {
            List<Value> found = new ArrayList<>();
            engine.guards.branches(choice, at).forEach(result -> found.addAll(engine.values(result)));
            return found;
        } else if (expr instanceof Expr.Concat concat) {
            return new Texts(engine).joined(concat.parts().stream().map(at::of).toList(), at);
        } else if (expr instanceof Expr.Cast cast) {
            return engine.values(at.of(cast.expression()));
        } else if (expr instanceof Expr.Assign assign) {
            return engine.values(at.of(assign.value()));
        } else if (expr instanceof Expr.Index index) {
            return index(index, at);
        }
        return List.of(dynamic(reason(expr), expr.place()));
    }

    /** An element of an array; in Kotlin as well a look-up by key: {@code map["x"]}, {@code dotenv["X"]}. */
    private List<Value> index(Expr.Index index, At at) {
        List<Source> elements = engine.elements.at(at.of(index.array()), at.of(index.index()));
        if (!elements.isEmpty() || !at.site().file().path().endsWith(".kt")) {
            return engine.values(elements, at);
        }
        Expr.Call get = lookUps.computeIfAbsent(
                index, i -> new Expr.Call(Optional.of(i.array()), "get", List.of(i.index()), i.place()));
        return engine.values(at.of(get));
    }

    private static String reason(Expr expr) {
        if (expr instanceof Expr.Opaque opaque) {
            return opaque.reason();
        } else if (expr instanceof Expr.Lambda || expr instanceof Expr.MethodRef) {
            return "a function";
        } else if (expr instanceof Expr.Operation) {
            return "computed";
        } else if (expr instanceof Expr.ArrayLiteral) {
            return "an array";
        }
        return "an object";
    }

    static Value dynamic(String reason, Place place) {
        return new Value.Dynamic(reason, Trail.written(place));
    }

    private List<Value> all(At at, List<Expr> expressions) {
        List<Value> found = new ArrayList<>();
        expressions.forEach(e -> found.addAll(engine.values(at.of(e))));
        return found;
    }

    private List<Value> variable(At at) {
        Optional<Binding> binding = engine.fields.binding(at);
        if (binding.isEmpty()) {
            return unbound(at);
        }
        if (binding.get() instanceof Binding.Imported imported) {
            return constants.library(imported.className(), imported.name(), at);
        }
        if (binding.get() instanceof Binding.Field field) {
            if (field.member().constant().isPresent()) {
                return constants.enumConstant(field.member(), at);
            }
            return field(field.member(), at);
        }
        List<Value> values = engine.values(engine.fields.sourcesOf(binding.get(), at), at);
        return binding.get() instanceof Binding.MethodParameter parameter
                ? Engine.through(values, at.expr(), parameter.parameter().name())
                : values;
    }

    private List<Value> field(Hierarchy.Member member, At at) {
        String name = FieldFlow.name(member);
        List<Source> sources = engine.fields.sourcesOf(new Binding.Field(member), at);
        if (sources.isEmpty()) {
            return List.of(dynamic(
                    "field " + name + ", which the project does not set",
                    at.expr().place()));
        }
        List<Value> values = engine.values(sources, at);
        boolean constant =
                member.field().filter(f -> f.isStatic() && f.isFinal()).isPresent()
                        || member.field()
                                .filter(FieldFact::isFinal)
                                .flatMap(FieldFact::initializer)
                                .isPresent();
        if (constant) {
            values = Engine.map(values, v -> retold(v, Origin.LITERAL, Origin.CONSTANT));
        }
        return Engine.through(values, at.expr(), name);
    }

    /** The same value, called {@code to} if it was called {@code from}. */
    static Value retold(Value value, Origin from, Origin to) {
        return value instanceof Value.Known known && known.origin() == from
                ? new Value.Known(known.text(), to, known.trail(), known.pieces())
                : value;
    }

    private List<Value> unbound(At at) {
        if (at.expr() instanceof Expr.Member member) {
            Optional<List<Value>> read = new LibraryAccessors().property(member, at, engine);
            if (read.isPresent()) {
                return read.get();
            }
            return List.of(dynamic(member.name() + " of an object", member.place()));
        }
        String name = ((Expr.Name) at.expr()).name();
        return List.of(
                dynamic(name + ", which the project does not declare", at.expr().place()));
    }

    private List<Value> creation(Expr.New creation, At at) {
        String type = engine.names.resolve(creation.type().name(), at.site());
        boolean wraps = type.equals("java.lang.String")
                || engine.catalogue.isWrapper(type, "<init>")
                || type.endsWith("StringBuilder");
        if (wraps && !creation.arguments().isEmpty()) {
            return engine.values(at.of(creation.arguments().get(0)));
        }
        return List.of(dynamic("a new " + creation.type().name(), creation.place()));
    }

    private List<Value> call(Expr.Call call, At at) {
        for (ValueStep step : steps) {
            Optional<List<Value>> found = step.values(call, at, engine);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return List.of(dynamic("what " + call.name() + "() returns", call.place()));
    }
}
