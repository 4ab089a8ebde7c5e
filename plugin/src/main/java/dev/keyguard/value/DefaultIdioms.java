package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Static helpers of libraries that check a value, change it harmlessly, or put another in its place. */
final class DefaultIdioms implements ValueStep {
    private static final Set<String> EITHER = Set.of(
            "requireNonNullElse",
            "getOrDefault",
            "firstNonNull",
            "defaultIfNull",
            "defaultIfBlank",
            "defaultIfEmpty",
            "defaultString",
            "ifNull",
            "nvl",
            "coalesce",
            "firstNonBlank",
            "firstNonEmpty",
            "getOrElse",
            "orDefault",
            "getIfNull",
            "getIfBlank",
            "getIfEmpty",
            "requireNonNullElseGet",
            "blankToDefault",
            "emptyToDefault",
            "nullToDefault",
            "emptyIfNull",
            "firstPresent",
            "toString",
            "orElse");
    private static final Set<String> FIRST = Set.of(
            "requireNonNull",
            "checkNotNull",
            "notNull",
            "ensureNotNull",
            "ensureNotBlank",
            "ensureNotEmpty",
            "notBlank",
            "notEmpty",
            "requireNonEmpty",
            "requireNonBlank",
            "trim",
            "strip",
            "trimToNull",
            "trimToEmpty",
            "nullToEmpty",
            "emptyToNull",
            "stripToNull",
            "stripToEmpty",
            "lowerCase",
            "toRootLowerCase",
            "checkNotEmpty",
            "checkNotBlank",
            "requireText",
            "stringOf",
            "nullable",
            "nonNull",
            "trimWhitespace",
            "valueOf",
            "cast",
            "unwrap",
            "requireNotNull");

    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        List<Expr> arguments = call.arguments();
        if (arguments.isEmpty() || !isStatic(call, at, engine)) {
            return Optional.empty();
        }
        if (EITHER.contains(call.name()) && arguments.size() > 1) {
            List<Value> all = new ArrayList<>(engine.values(at.of(arguments.get(0))));
            for (Expr argument : arguments.subList(1, arguments.size())) {
                all = OptionalIdioms.or(all, instead(at.of(argument), engine));
            }
            return Optional.of(all);
        }
        boolean first = FIRST.contains(call.name()) || arguments.size() == 1 && EITHER.contains(call.name());
        return first ? Optional.of(engine.values(at.of(arguments.get(0)))) : Optional.empty();
    }

    private static List<Value> instead(At at, Engine engine) {
        boolean function = at.expr() instanceof Expr.Lambda || at.expr() instanceof Expr.MethodRef;
        return function ? engine.values(engine.functions.results(at), at) : engine.values(at);
    }

    /** A call on a class, or on a statically imported name that the workspace does not declare. */
    private static boolean isStatic(Expr.Call call, At at, Engine engine) {
        return call.scope().isEmpty()
                || engine.types.of(call.scope().get(), at.site()).isPresent();
    }
}
