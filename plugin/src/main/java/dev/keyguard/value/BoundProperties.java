package dev.keyguard.value;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.FieldFact;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.source.config.PropertyName;
import dev.keyguard.value.Hierarchy.Method;
import dev.keyguard.value.Injection.Injected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Classes, records and interfaces whose members a framework binds to the properties below a prefix:
 * {@code @ConfigurationProperties} of Spring and Micronaut, {@code @ConfigMapping} of Quarkus, and what is nested in them.
 */
final class BoundProperties {
    private static final int MAX_NESTING = 6;
    private static final List<String> ANNOTATIONS =
            List.of("ConfigurationProperties", "ConfigMapping", "ConfigProperties", "EachProperty");

    private final Engine engine;
    private final Map<TypeFacts, Optional<String>> prefixes = new IdentityHashMap<>();

    BoundProperties(Engine engine) {
        this.engine = engine;
    }

    /** What a field or record component of that type is bound to. */
    Optional<Injected> member(TypeDecl decl, String name, List<AnnotationFact> annotations, Place place) {
        return prefix(decl).map(prefix -> bound(prefix + name(annotations, name, decl), annotations, decl, place));
    }

    /** What a constructor's parameter is bound to; a class is bound that way if it has no other constructor. */
    Optional<Injected> constructor(TypeDecl decl, String name, List<AnnotationFact> annotations, Place place) {
        long constructors = decl.type().methods().stream()
                .filter(MethodFacts::isConstructor)
                .count();
        return constructors == 1 || decl.annotation("ConstructorBinding").isPresent()
                ? member(decl, name, annotations, place)
                : Optional.empty();
    }

    /** What a method of a mapped interface gives. */
    Optional<List<Value>> accessor(Expr.Call call, At at) {
        if (!call.arguments().isEmpty() || call.scope().isEmpty()) {
            return Optional.empty();
        }
        Optional<TypeDecl> decl = engine.typing
                .name(call.scope().get(), at.site())
                .flatMap(t -> engine.hierarchy.find(t, at.site().module()))
                .filter(d -> d.type().kind() == TypeFacts.Kind.INTERFACE);
        if (decl.isEmpty()) {
            return Optional.empty();
        }
        List<Method> methods = engine.hierarchy.methods(decl.get(), call.name(), 0);
        return methods.stream()
                .findFirst()
                .flatMap(m -> member(
                        m.decl(),
                        property(call.name()),
                        m.facts().annotations(),
                        m.facts().place()))
                .map(Injected::values);
    }

    private static String property(String method) {
        return Lombok.names(method, "get", "is").get(0);
    }

    private String name(List<AnnotationFact> annotations, String name, TypeDecl decl) {
        return Annotations.find(annotations, "WithName")
                .or(() -> Annotations.find(annotations, "Name"))
                .flatMap(a -> a.member("value"))
                .map(e -> engine.texts(new At(e, decl.site(), Frame.NONE)))
                .filter(texts -> texts.size() == 1)
                .map(texts -> texts.get(0))
                .orElse(name);
    }

    private Injected bound(String key, List<AnnotationFact> annotations, TypeDecl decl, Place place) {
        String canonical = PropertyName.of(key).canonical();
        Hop hop = new Hop(Hop.Kind.LOOKED_UP, place, Optional.of(canonical));
        List<Value> set = engine.configuration.values(canonical, decl.module(), decl.scope());
        List<Value> found = new ArrayList<>(Engine.map(set, v -> v.then(hop)));
        boolean settled = !set.isEmpty() && engine.configuration.settled(canonical, decl.module(), decl.scope());
        if (set.isEmpty()) {
            found.add(new Value.FromConfiguration(canonical, Constants.named(place, canonical)));
        }
        Optional<Expr> instead = Annotations.find(annotations, "DefaultValue")
                .or(() -> Annotations.find(annotations, "WithDefault"))
                .flatMap(a -> a.member("value"))
                .or(() -> Annotations.find(annotations, "Bindable").flatMap(a -> a.member("defaultValue")));
        if (!settled && instead.isPresent()) {
            List<Value> defaults = engine.values(new At(instead.get(), decl.site(), Frame.NONE));
            found.addAll(Engine.map(
                    defaults,
                    v -> Evaluator.retold(v, Origin.LITERAL, Origin.DEFAULT).then(hop)));
        }
        return new Injected(found, settled);
    }

    /** The prefix of a bound type with a dot at its end; absent if it is not bound. */
    Optional<String> prefix(TypeDecl decl) {
        Optional<String> known = prefixes.get(decl.type());
        if (known == null) {
            prefixes.put(decl.type(), Optional.empty());
            known = search(decl, 0);
            prefixes.put(decl.type(), known);
        }
        return known;
    }

    private Optional<String> search(TypeDecl decl, int depth) {
        if (decl.type().name().isEmpty() || depth > MAX_NESTING) {
            return Optional.empty();
        }
        Optional<String> own = annotated(decl.type().annotations(), decl.site());
        return own.isPresent() ? own : nested(decl, depth).or(() -> producer(decl));
    }

    private Optional<String> annotated(List<AnnotationFact> annotations, Site site) {
        for (String name : ANNOTATIONS) {
            Optional<AnnotationFact> annotation = Annotations.find(annotations, name);
            if (annotation.isPresent()) {
                Optional<Expr> prefix = annotation
                        .get()
                        .member("prefix")
                        .or(() -> annotation.get().member("value"));
                List<String> texts = prefix.map(e -> engine.texts(new At(e, site, Frame.NONE)))
                        .orElse(List.of(""));
                return texts.size() == 1
                        ? Optional.of(texts.get(0).isEmpty() ? "" : texts.get(0) + ".")
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A type that a member of a bound type has is bound below that member's name. */
    private Optional<String> nested(TypeDecl decl, int depth) {
        String simple = decl.type().name();
        String qualified = decl.qualifiedName();
        Set<CodeFacts> files = Collections.newSetFromMap(new IdentityHashMap<>());
        List<CodeFacts> ordered = new ArrayList<>(List.of(decl.file()));
        for (String annotation : ANNOTATIONS) {
            ordered.addAll(engine.declarations.mentioning(simple, annotation));
        }
        for (CodeFacts file : ordered) {
            if (!files.add(file)) {
                continue;
            }
            for (TypeDecl holder : engine.declarations.in(file).declarations()) {
                Optional<String> member = holder.equals(decl) ? Optional.empty() : memberOf(holder, simple, qualified);
                if (member.isPresent()) {
                    Optional<String> prefix = prefixes.containsKey(holder.type())
                            ? prefixes.get(holder.type())
                            : search(holder, depth + 1);
                    if (prefix.isPresent()) {
                        return Optional.of(prefix.get() + member.get() + ".");
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> memberOf(TypeDecl holder, String simple, String qualified) {
        for (FieldFact field : holder.type().fields()) {
            if (isType(field.type().name(), simple, qualified, holder)) {
                return Optional.of(name(field.annotations(), field.name(), holder));
            }
        }
        for (Parameter component : holder.type().components()) {
            if (isType(component.type().name(), simple, qualified, holder)) {
                return Optional.of(name(component.annotations(), component.name(), holder));
            }
        }
        if (holder.type().kind() == TypeFacts.Kind.INTERFACE) {
            for (MethodFacts method : holder.type().methods()) {
                if (isType(method.returnType().name(), simple, qualified, holder)) {
                    return Optional.of(name(method.annotations(), property(method.name()), holder));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isType(String written, String simple, String qualified, TypeDecl holder) {
        return Occurrences.lastSegment(written).equals(simple)
                && engine.names.resolve(written, holder.site()).equals(qualified);
    }

    /** {@code @Bean @ConfigurationProperties("x") Foo foo()}. */
    private Optional<String> producer(TypeDecl decl) {
        String simple = decl.type().name();
        for (CodeFacts file : engine.declarations.mentioning(simple, "ConfigurationProperties")) {
            for (TypeDecl holder : engine.declarations.in(file).declarations()) {
                for (MethodFacts method : holder.type().methods()) {
                    if (Annotations.any(method.annotations(), "ConfigurationProperties")
                            && isType(method.returnType().name(), simple, decl.qualifiedName(), holder)) {
                        return annotated(method.annotations(), holder.site());
                    }
                }
            }
        }
        return Optional.empty();
    }
}
