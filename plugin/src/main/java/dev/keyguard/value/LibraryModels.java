package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.List;
import java.util.Optional;

/** Methods of libraries that give their argument as a model: {@code ChatModel.of(x)}. */
final class LibraryModels implements ValueStep {
    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        if (call.arguments().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> type = call.scope()
                .flatMap(s -> engine.types.of(s, at.site()))
                .or(() -> call.scope().isEmpty() ? importedFrom(call, at) : Optional.empty());
        boolean wraps =
                type.filter(t -> engine.catalogue.isWrapper(t, call.name())).isPresent();
        return wraps ? Optional.of(engine.values(at.of(call.arguments().get(0)))) : Optional.empty();
    }

    private static Optional<String> importedFrom(Expr.Call call, At at) {
        return at.site().file().imports().stream()
                .filter(i -> !i.wildcard() && i.simpleName().equals(call.name()))
                .map(i -> i.name().substring(0, Math.max(0, i.name().lastIndexOf('.'))))
                .findFirst();
    }
}
