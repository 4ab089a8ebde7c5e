package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Objects that arrive from outside of the project: read from a request, a file or a database. */
final class OutsideObjects {
    private static final String[] BEANS = {
        "Component",
        "Service",
        "Configuration",
        "Repository",
        "Controller",
        "RestController",
        "Named",
        "Singleton",
        "ApplicationScoped",
        "RequestScoped",
        "Dependent",
        "Path",
        "Mapper",
        "ConfigurationProperties",
        "ConfigMapping",
        "OutboundConnector"
    };

    private final Engine engine;

    OutsideObjects(Engine engine) {
        this.engine = engine;
    }

    /**
     * Whether that is a parameter nothing calls or a field nothing sets, of a class that code makes objects of elsewhere:
     * so no container makes them, and what those others hold says nothing of this one.
     */
    boolean has(At producer, TypeDecl type) {
        if (producer.expr() instanceof Expr.Call call) {
            return isOutside(call, producer) && !engine.callers.creations(type).isEmpty();
        }
        if (!(producer.expr() instanceof Expr.Name) && !(producer.expr() instanceof Expr.Member)) {
            return false;
        }
        boolean open = engine.fields
                .binding(producer)
                .filter(b -> b instanceof Binding.MethodParameter
                        || b instanceof Binding.Field f && f.member().constant().isEmpty())
                .isPresent();
        return open
                && !Annotations.any(type.type().annotations(), BEANS)
                && !engine.callers.creations(type).isEmpty();
    }

    /** A method of the workspace without a body, or one of a library that hands something out of elsewhere. */
    private boolean isOutside(Expr.Call call, At at) {
        if (!engine.ownCalls.targets(at).isEmpty()) {
            return true;
        }
        Optional<Ty> receiver = call.scope().flatMap(s -> engine.typing.of(s, at.site()));
        return receiver.filter(t -> !t.name().startsWith("java.util.")).isPresent();
    }

    /** What a field of such an object can be. */
    List<Source> field(Hierarchy.Member member) {
        List<Source> sources = new ArrayList<>();
        Optional<Injection.Injected> injected = engine.injection.member(member);
        if (injected.filter(Injection.Injected::settled).isEmpty()) {
            FieldFlow.initializer(member).ifPresent(sources::add);
        }
        sources.add(other(injected));
        return sources;
    }

    /** What an object adds that is made outside, beside others that are not. */
    Source other(Hierarchy.Member member) {
        return other(engine.injection.member(member));
    }

    private static Source other(Optional<Injection.Injected> injected) {
        return injected.isPresent()
                ? new Source.Fixed(injected.get().values())
                : new Source.Unknown("an object that is made outside of the project");
    }
}
