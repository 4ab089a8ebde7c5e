package dev.keyguard.value;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.Scope;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.config.PropertyName;
import dev.keyguard.value.Hierarchy.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Links the facts of a program. Keeps what it found; to be used by one thread. */
public final class FactsLinker implements Linker {
    private static final int MAX_CALLERS = 40;

    private final Engine engine;

    /** Links that program, with the libraries of that catalogue. */
    public FactsLinker(Program program, Catalogue catalogue) {
        this.engine = new Engine(program, catalogue);
    }

    @Override
    public List<Value> valuesOf(Expr expression, Site site) {
        List<Value> values = engine.values(new At(expression, site, Frame.NONE));
        if (values.stream().anyMatch(v -> v.parts().size() > 1)) {
            List<Value> apart = byCaller(expression, site);
            values = apart.isEmpty() ? values : apart;
        }
        return values.isEmpty()
                ? List.of(new Value.Dynamic("nothing but null", Trail.written(expression.place())))
                : values;
    }

    @Override
    public boolean maybeNull(Expr expression, Site site) {
        return new MaybeNull(engine).is(new At(expression, site, Frame.NONE));
    }

    /**
     * A text put together from several parameters, for each caller on its own: what one caller gives does not go
     * together with what another gives.
     */
    private List<Value> byCaller(Expr expression, Site site) {
        List<Value> all = new ArrayList<>();
        if (site.method().filter(m -> m.parameters().size() > 1).isEmpty()) {
            return all;
        }
        Method method = new Method(TypeDecl.around(site), site.method().get());
        List<Located> callers = engine.callers.of(method);
        for (Located caller : callers) {
            if (callers.size() > MAX_CALLERS || caller.expression() instanceof Expr.MethodRef) {
                return List.of();
            }
            At call = new At(caller.expression(), caller.site(), Frame.NONE);
            Frame frame = engine.frames.call(method.facts(), call, Optional.empty());
            all.addAll(engine.values(new At(expression, site, frame)));
        }
        return Engine.distinct(all, expression.place());
    }

    @Override
    public Optional<String> typeOf(Expr expression, Site site) {
        return engine.typing.name(expression, site);
    }

    @Override
    public String resolve(String typeName, Site site) {
        return engine.names.resolve(typeName, site);
    }

    @Override
    public List<Value> property(String key, Module module, Scope scope) {
        List<Value> values = engine.configuration.values(key, module, scope);
        if (!values.isEmpty()) {
            return values;
        }
        String file =
                module.build().map(b -> b.path()).orElse(module.directory().isEmpty() ? "." : module.directory());
        String canonical = PropertyName.of(key).canonical();
        return List.of(new Value.FromConfiguration(canonical, Constants.named(new Place(file, 1, 1), canonical)));
    }

    @Override
    public Set<Located> producersOf(Expr expression, Site site) {
        return engine.objects.located(new At(expression, site, Frame.NONE));
    }

    @Override
    public List<Located> callsOnSameObject(Expr chain, Site site) {
        return engine.sameObject.calls(new At(chain, site, Frame.NONE)).stream()
                .map(at -> new Located(at.expr(), at.site()))
                .distinct()
                .toList();
    }

    @Override
    public List<Located> callersOf(Site site) {
        return site.method()
                .map(m -> engine.callers.of(new Method(TypeDecl.around(site), m)))
                .orElse(List.of());
    }

    @Override
    public ConfigurationMetadata metadata() {
        return engine.metadata;
    }

    @Override
    public Occurrences occurrencesIn(CodeFacts file) {
        return engine.declarations.in(file);
    }

    @Override
    public List<String> supertypesOf(String qualifiedName, Site site) {
        return engine.hierarchy
                .find(qualifiedName, site.module())
                .map(engine.hierarchy::supertypes)
                .orElse(List.of());
    }
}
