package dev.keyguard.value;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.value.Hierarchy.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** Values that frameworks put into fields and parameters, as annotations say. */
final class Injection {
    private static final Set<String> KEYED =
            Set.of("ConfigProperty", "Property", "ConfigurationProperty", "NacosValue");

    private final Engine engine;
    private final BoundProperties bound;

    Injection(Engine engine) {
        this.engine = engine;
        this.bound = new BoundProperties(engine);
    }

    /**
     * What is put into a field or record component; absent if nothing is.
     *
     * @param settled whether the initialiser no longer counts
     */
    record Injected(List<Value> values, boolean settled) {}

    Optional<Injected> member(Hierarchy.Member member) {
        List<AnnotationFact> annotations = member.field()
                .map(f -> f.annotations())
                .or(() -> member.component().map(Parameter::annotations))
                .orElse(List.of());
        String name = FieldFlow.name(member);
        Site site = member.decl().site();
        Optional<List<Value>> annotated = annotated(annotations, name, site).or(() -> setter(member, name));
        if (annotated.isPresent()) {
            return annotated.map(values -> new Injected(values, false));
        }
        boolean isStatic = member.field().filter(f -> f.isStatic()).isPresent();
        Optional<Injected> property =
                isStatic ? Optional.empty() : bound.member(member.decl(), name, annotations, place(member));
        return property.or(() -> defaulted(annotations, site).map(values -> new Injected(values, false)));
    }

    private static Place place(Hierarchy.Member member) {
        return member.field()
                .map(f -> f.place())
                .or(() -> member.component().map(Parameter::place))
                .orElse(member.decl().type().place());
    }

    /** A setter or constructor that carries the annotation instead of the field. */
    private Optional<List<Value>> setter(Hierarchy.Member member, String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String setter = "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        for (MethodFacts method : member.decl().type().methods()) {
            if (method.name().equals(setter)) {
                Optional<List<Value>> found =
                        annotated(method.annotations(), name, member.decl().site());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** What is put into a parameter of a constructor, a setter or a producer method. */
    Optional<List<Value>> parameter(Parameter parameter, Method method) {
        Site site = method.decl().endOf(method.facts());
        Optional<List<Value>> annotated = annotated(parameter.annotations(), parameter.name(), site)
                .or(() -> method.facts().parameters().size() == 1
                        ? annotated(method.facts().annotations(), parameter.name(), site)
                        : Optional.empty());
        if (annotated.isPresent()) {
            return annotated;
        }
        if (method.facts().isConstructor() && !isRecordLike(method.decl().type())) {
            Optional<Injected> property =
                    bound.constructor(method.decl(), parameter.name(), parameter.annotations(), parameter.place());
            if (property.isPresent()) {
                return property.map(Injected::values);
            }
        }
        return defaulted(parameter.annotations(), site);
    }

    /** A record's own constructor is given what its components are bound to. */
    private static boolean isRecordLike(TypeFacts type) {
        return type.kind() == TypeFacts.Kind.RECORD && type.methods().stream().noneMatch(MethodFacts::isConstructor);
    }

    /** The method of an interface that a framework implements by properties. */
    Optional<List<Value>> accessor(Expr.Call call, At at) {
        return bound.accessor(call, at);
    }

    private Optional<List<Value>> annotated(List<AnnotationFact> annotations, String element, Site site) {
        for (AnnotationFact annotation : annotations) {
            String name = annotation.simpleName();
            if (name.equals("Value") || name.equals("NacosValue")) {
                Optional<Expr> text = annotation.member("value");
                if (text.isPresent()) {
                    return Optional.of(placeholders(text.get(), annotation, site));
                }
            }
            if (KEYED.contains(name)) {
                return Optional.of(keyed(annotation, element, site));
            }
        }
        return Optional.empty();
    }

    private List<Value> placeholders(Expr expression, AnnotationFact annotation, Site site) {
        List<Value> found = new ArrayList<>();
        for (Value value : engine.values(new At(expression, site, Frame.NONE))) {
            if (!(value instanceof Value.Known known)) {
                found.add(value);
                continue;
            }
            IntFunction<Place> places =
                    offset -> expression instanceof Expr.Literal l ? l.placeAt(offset) : annotation.place();
            List<Value> values =
                    engine.configuration.text(known.text(), Origin.ANNOTATION, places, site.module(), site.scope());
            String name = EffectiveConfiguration.names(known.text()).stream()
                    .findFirst()
                    .orElse(annotation.simpleName());
            Hop hop = new Hop(Hop.Kind.LOOKED_UP, annotation.place(), Optional.of(name));
            found.addAll(Engine.map(values, v -> v.then(hop)));
        }
        return found;
    }

    private List<Value> keyed(AnnotationFact annotation, String element, Site site) {
        Optional<Expr> named = annotation.member("name").or(() -> annotation.member("value"));
        List<String> keys = named.map(e -> engine.texts(new At(e, site, Frame.NONE)))
                .orElseGet(() -> List.of(TypeDecl.around(site).qualifiedName() + "." + element));
        List<Value> found = new ArrayList<>();
        boolean settled = false;
        for (String key : keys) {
            Hop hop = new Hop(Hop.Kind.LOOKED_UP, annotation.place(), Optional.of(key));
            List<Value> set = engine.configuration.values(key, site.module(), site.scope());
            settled |= !set.isEmpty() && engine.configuration.settled(key, site.module(), site.scope());
            found.addAll(Engine.map(set, v -> v.then(hop)));
            if (set.isEmpty()) {
                found.add(new Value.FromConfiguration(key, Constants.named(annotation.place(), key)));
            }
        }
        Optional<Expr> instead = annotation.member("defaultValue");
        if (!settled && instead.isPresent()) {
            String key = keys.isEmpty() ? element : keys.get(0);
            Hop hop = new Hop(Hop.Kind.LOOKED_UP, annotation.place(), Optional.of(key));
            List<Value> defaults = placeholders(instead.get(), annotation, site);
            found.addAll(Engine.map(
                    defaults,
                    v -> Evaluator.retold(v, Origin.ANNOTATION, Origin.DEFAULT).then(hop)));
        }
        return found;
    }

    /** A default that only an annotation names: {@code @RequestParam(defaultValue = "x")}, {@code @DefaultValue("x")}. */
    private Optional<List<Value>> defaulted(List<AnnotationFact> annotations, Site site) {
        for (AnnotationFact annotation : annotations) {
            boolean only = annotation.simpleName().equals("DefaultValue")
                    || annotation.simpleName().equals("WithDefault")
                    || annotation.simpleName().equals("Default");
            Optional<Expr> value =
                    annotation.member("defaultValue").or(() -> only ? annotation.member("value") : Optional.empty());
            if (value.isPresent()) {
                List<Value> found = new ArrayList<>();
                found.add(new Value.Dynamic(
                        "given from outside through @" + annotation.simpleName(), Trail.written(annotation.place())));
                for (Value known : engine.values(new At(value.get(), site, Frame.NONE))) {
                    found.add(Evaluator.retold(known, Origin.LITERAL, Origin.ANNOTATION));
                }
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
