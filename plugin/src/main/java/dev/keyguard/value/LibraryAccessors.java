package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.List;
import java.util.Optional;

/** Accessors of library constants: {@code ChatModel.GPT_4O.asString()}, {@code Model.X.getCode()}, {@code Model.X.value}. */
final class LibraryAccessors implements ValueStep {
    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        if (!call.arguments().isEmpty() || call.scope().isEmpty()) {
            return Optional.empty();
        }
        return read(call.scope().get(), call.name(), at, engine);
    }

    /** The same without parentheses: a public field, or a property in Kotlin. */
    Optional<List<Value>> property(Expr.Member member, At at, Engine engine) {
        return read(member.scope(), member.name(), at, engine);
    }

    private static Optional<List<Value>> read(Expr scope, String name, At at, Engine engine) {
        At object = at.of(scope);
        if (engine.types.of(scope, at.site()).isPresent()) {
            return Optional.empty();
        }
        Optional<List<Value>> fromJar = fromJar(object, name, at, engine);
        if (fromJar.isPresent()) {
            return fromJar;
        }
        boolean accessor = engine.catalogue.isAccessor(name) || name.equals("toString") || name.equals("name");
        if (!accessor) {
            return Optional.empty();
        }
        List<Value> values = engine.values(object);
        boolean constants = values.stream()
                .anyMatch(v -> v instanceof Value.Known known && known.origin() == Origin.LIBRARY_CONSTANT);
        boolean known = engine.typing
                .name(scope, at.site())
                .filter(t -> engine.catalogue.knowsClass(t) || t.equals("java.lang.String"))
                .isPresent();
        return constants || known ? Optional.of(values) : Optional.empty();
    }

    private static Optional<List<Value>> fromJar(At object, String accessor, At at, Engine engine) {
        for (At producer : engine.producers(object)) {
            Optional<Binding> binding = engine.fields.binding(producer);
            if (binding.isPresent() && binding.get() instanceof Binding.Imported constant) {
                String qualified = constant.className() + "." + constant.name();
                if (engine.catalogue.constant(qualified).isPresent()) {
                    return Optional.empty();
                }
                Optional<String> text = engine.classPath.accessor(
                        constant.className(),
                        constant.name(),
                        accessor,
                        at.site().module());
                if (text.isPresent()) {
                    return Optional.of(List.of(new Value.Known(
                            text.get(),
                            Origin.LIBRARY_CONSTANT,
                            Constants.named(producer.expr().place(), qualified))));
                }
            }
        }
        return Optional.empty();
    }
}
