package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker.Located;
import java.util.Optional;
import java.util.Set;

/** The types of lambda parameters without a written one, from what the lambda is handed to. */
final class LambdaTypes {
    private static final Set<String> ELEMENT_HOLDERS = Set.of(
            "Optional",
            "Stream",
            "List",
            "Set",
            "Collection",
            "Iterable",
            "ArrayList",
            "Mono",
            "Flux",
            "Iterator",
            "CompletableFuture");

    private final Typing typing;
    private final CallTypes calls;
    private final Declarations declarations;

    LambdaTypes(Typing typing, CallTypes calls, Declarations declarations) {
        this.typing = typing;
        this.calls = calls;
        this.declarations = declarations;
    }

    Optional<Ty> of(Binding.LambdaParameter parameter) {
        Optional<Occurrences.Argument> argument =
                declarations.in(parameter.site().file()).argument(parameter.lambda());
        if (argument.isEmpty() || !(argument.get().call().expression() instanceof Expr.Call call)) {
            return Optional.empty();
        }
        Located owner = argument.get().call();
        Optional<Ty> declared = calls.parameter(call, argument.get().index(), owner.site())
                .map(function -> function.argument(parameter.index()));
        if (declared.isPresent()) {
            return declared;
        }
        Optional<Ty> receiver = call.scope().flatMap(s -> typing.of(s, owner.site()));
        if (receiver.isEmpty()) {
            return Optional.empty();
        }
        if (receiver.get().is("Map", "HashMap", "LinkedHashMap")) {
            return Optional.ofNullable(receiver.get().argument(parameter.index()));
        }
        return ELEMENT_HOLDERS.contains(receiver.get().simpleName()) && parameter.index() == 0
                ? Optional.ofNullable(receiver.get().argument(0))
                : Optional.empty();
    }
}
