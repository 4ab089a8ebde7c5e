package dev.keyguard.value;

import dev.keyguard.source.Place;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.Statement;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.value.Hierarchy.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Constants of libraries, and enum constants of the workspace taken as text. */
final class Constants {
    private final Engine engine;

    Constants(Engine engine) {
        this.engine = engine;
    }

    /** A constant of a class that no source declares; it counts as written where it is named. */
    List<Value> library(String className, String name, At at) {
        String qualified = className + "." + name;
        Optional<String> text = engine.catalogue
                .constant(qualified)
                .or(() -> engine.classPath.constant(className, name, at.site().module()))
                .map(String::strip);
        if (text.isPresent()) {
            return List.of(new Value.Known(
                    text.get(), Origin.LIBRARY_CONSTANT, named(at.expr().place(), qualified)));
        }
        if (engine.catalogue.isAccessor(name)) {
            int dot = className.lastIndexOf('.');
            Optional<String> inner = dot < 0 ? Optional.empty() : engine.catalogue.constant(className);
            if (inner.isPresent()) {
                return List.of(new Value.Known(
                        inner.get().strip(),
                        Origin.LIBRARY_CONSTANT,
                        named(at.expr().place(), className)));
            }
        }
        return List.of(new Value.Dynamic(
                "constant " + qualified + " of a library", named(at.expr().place(), qualified)));
    }

    static Trail named(Place place, String name) {
        return new Trail(List.of(new Hop(Hop.Kind.WRITTEN, place, Optional.of(name))));
    }

    /** An enum constant as text: what its {@code toString()} gives, else its name. */
    List<Value> enumConstant(Hierarchy.Member member, At at) {
        List<Method> overridden = engine.hierarchy.methods(member.decl(), "toString", 0);
        if (!overridden.isEmpty()) {
            for (Method method : overridden) {
                List<Value> values = returned(method, at);
                if (!values.isEmpty()) {
                    return Engine.through(values, at.expr(), name(member));
                }
            }
        }
        return name(member, at);
    }

    private static String name(Hierarchy.Member member) {
        return member.constant().map(TypeFacts.EnumConstant::name).orElse("");
    }

    private List<Value> returned(Method method, At self) {
        Frame frame = engine.frames.on(self);
        var statements = method.facts().body().statements();
        List<Source> results = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof Statement.Return result) {
                Site site = engine.declarations.bodies().site(method.decl(), method.facts(), i);
                results.add(new Source.Of(new At(result.value(), site, frame)));
            }
        }
        return engine.values(results, self);
    }

    /** The name of an enum constant. */
    List<Value> name(Hierarchy.Member member, At at) {
        TypeFacts.EnumConstant constant = member.constant().orElseThrow();
        Value known = new Value.Known(constant.name(), Origin.ENUM, Trail.written(constant.place()));
        return Engine.through(List.of(known), at.expr(), constant.name());
    }

    /** The enum constant an expression names itself. */
    Optional<Hierarchy.Member> named(At at) {
        Expr expr = at.expr();
        return expr instanceof Expr.Name || expr instanceof Expr.Member
                ? engine.fields
                        .binding(at)
                        .filter(b -> b instanceof Binding.Field f
                                && f.member().constant().isPresent())
                        .map(b -> ((Binding.Field) b).member())
                : Optional.empty();
    }
}
