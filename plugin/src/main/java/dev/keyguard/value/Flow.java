package dev.keyguard.value;

import dev.keyguard.source.Scope;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.code.MethodFacts;
import dev.keyguard.source.code.Parameter;
import dev.keyguard.source.code.TypeFacts;
import dev.keyguard.value.Hierarchy.Method;
import dev.keyguard.value.Linker.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What names stand for: where locals, parameters and fields take their values from. */
final class Flow {
    private final Engine engine;
    private final LocalFlow locals;
    private final LambdaFlow lambdas;

    Flow(Engine engine) {
        this.engine = engine;
        this.locals = new LocalFlow(engine.declarations.bodies());
        this.lambdas = new LambdaFlow(engine);
    }

    /** Where what the name stands for takes its value from, as seen at that use. */
    List<Source> of(Binding binding, At at) {
        if (binding instanceof Binding.Local local) {
            return locals.of(local, frameOf(local.method(), at));
        } else if (binding instanceof Binding.MethodParameter parameter) {
            return locals.of(parameter, given(parameter, at), frameOf(parameter.method(), at));
        } else if (binding instanceof Binding.LambdaParameter parameter) {
            return lambdas.of(parameter.lambda(), parameter.index(), at);
        } else if (binding instanceof Binding.Field field) {
            return engine.fields.of(field.member(), selfOf(field.member().decl(), at));
        }
        return List.of();
    }

    /** The frame that holds for code of a method around the expression: a class inside it has frames of its own. */
    private static Frame frameOf(MethodFacts method, At at) {
        if (at.site().method().filter(m -> m == method).isPresent()) {
            return at.frame();
        }
        for (Optional<Frame> f = Optional.of(at.frame());
                f.isPresent();
                f = f.get().caller()) {
            if (f.get().binds(method)) {
                return f.get();
            }
            Optional<Frame> maker = f.get().self().map(At::frame).filter(m -> m.binds(method));
            if (maker.isPresent()) {
                return maker.get();
            }
        }
        return Frame.NONE;
    }

    /** The object whose field a simple name means, where it is known. */
    private Optional<At> selfOf(TypeDecl owner, At at) {
        TypeDecl innermost = TypeDecl.around(at.site());
        boolean inherited = engine.hierarchy.lineage(innermost).contains(owner);
        return inherited ? at.frame().self() : Optional.empty();
    }

    /** What callers give for a parameter. */
    List<Source> given(Binding.MethodParameter parameter, At at) {
        MethodFacts method = parameter.method();
        Frame frame = frameOf(method, at);
        if (frame.binds(method)) {
            return engine.guards.reachable(parameter.decl(), method, parameter.use(), frame)
                    ? bound(parameter, frame)
                    : List.of();
        }
        List<Source> sources = new ArrayList<>();
        Parameter declared = parameter.parameter();
        Method target = new Method(parameter.decl(), method);
        engine.injection.parameter(declared, target).ifPresent(values -> sources.add(new Source.Fixed(values)));
        enumConstants(parameter, sources);
        List<Located> callers = engine.callers.of(target);
        boolean onlyTests = parameter.decl().scope() == Scope.MAIN && !callers.isEmpty();
        for (Located caller : callers) {
            onlyTests &= caller.site().scope() == Scope.TEST;
            if (reaches(parameter, caller)) {
                sources.addAll(fromCall(parameter, caller));
            }
        }
        declared.defaultValue()
                .ifPresent(e ->
                        sources.add(new Source.Of(new At(e, parameter.decl().endOf(method), Frame.NONE))));
        if (sources.isEmpty() || onlyTests && sources.stream().noneMatch(Source.Fixed.class::isInstance)) {
            sources.add(new Source.Unknown(unknown(method, declared)));
        }
        return sources;
    }

    /** Whether a call with what that caller gives gets to where the parameter is used. */
    private boolean reaches(Binding.MethodParameter parameter, Located caller) {
        if (!Guards.any(parameter.method(), parameter.use()) || caller.expression() instanceof Expr.MethodRef) {
            return true;
        }
        At call = new At(caller.expression(), caller.site(), Frame.NONE);
        Frame frame = engine.frames.call(parameter.method(), call, Optional.empty());
        return engine.guards.reachable(parameter.decl(), parameter.method(), parameter.use(), frame);
    }

    private static String unknown(MethodFacts method, Parameter parameter) {
        if (method.name().equals("main") && parameter.type().dimensions() > 0) {
            return "a command-line argument";
        }
        String of = method.isConstructor() ? method.returnType().name() : method.name();
        return "parameter " + parameter.name() + " of " + of + ", which the project does not call";
    }

    private List<Source> bound(Binding.MethodParameter parameter, Frame frame) {
        Site site = frame.site().orElseThrow();
        Frame caller = frame.caller().orElse(Frame.NONE);
        List<Expr> given =
                Callers.argument(parameter.method(), parameter.index(), frame.arguments(), frame.argumentNames());
        return sources(parameter, given, site, caller);
    }

    private static List<Source> sources(Binding.MethodParameter parameter, List<Expr> given, Site site, Frame caller) {
        Parameter declared = parameter.parameter();
        if (declared.varargs()) {
            return List.of(new Source.Collected(
                    given.stream().map(e -> new At(e, site, caller)).toList()));
        }
        if (!given.isEmpty()) {
            return List.of(new Source.Of(new At(given.get(0), site, caller)));
        }
        return declared.defaultValue()
                .<List<Source>>map(e ->
                        List.of(new Source.Of(new At(e, parameter.decl().endOf(parameter.method()), Frame.NONE))))
                .orElse(List.of());
    }

    private List<Source> fromCall(Binding.MethodParameter parameter, Located caller) {
        if (caller.expression() instanceof Expr.MethodRef) {
            return lambdas.of(
                    caller.expression(), parameter.index(), new At(caller.expression(), caller.site(), Frame.NONE));
        }
        List<Expr> given = Callers.argument(
                parameter.method(),
                parameter.index(),
                Frames.arguments(caller.expression()),
                Frames.argumentNames(caller.expression()));
        return sources(parameter, given, caller.site(), Frame.NONE);
    }

    private static void enumConstants(Binding.MethodParameter parameter, List<Source> sources) {
        TypeDecl decl = parameter.decl();
        if (!parameter.method().isConstructor()) {
            return;
        }
        for (TypeFacts.EnumConstant constant : decl.type().constants()) {
            if (Hierarchy.accepts(parameter.method(), constant.arguments().size())) {
                List<Expr> given =
                        Callers.argument(parameter.method(), parameter.index(), constant.arguments(), List.of());
                sources.addAll(sources(parameter, given, decl.site(), Frame.NONE));
            }
        }
    }
}
