package dev.keyguard.value;

import dev.keyguard.source.code.Expr;
import dev.keyguard.source.config.PropertyName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Properties looked up through a class of the project's own, or of a library nobody knows, that is called after what it
 * does: {@code AppConfig.get("llm.model")}, {@code apocConfig.getString(MODEL_KEY, fallback)}. Where its body can be
 * followed, what it gives counts.
 */
final class ConfigurationWrappers implements ValueStep {
    private static final Pattern KEY =
            Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)+|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

    private static final Set<String> ENDINGS = Set.of(
            "config",
            "configuration",
            "conf",
            "cfg",
            "properties",
            "props",
            "property",
            "settings",
            "environment",
            "env");

    private final boolean own;

    private ConfigurationWrappers(boolean own) {
        this.own = own;
    }

    /** Those whose body is in the workspace; to be asked before the body is. */
    static ConfigurationWrappers own() {
        return new ConfigurationWrappers(true);
    }

    /** All others; to be asked behind the configurations that are known. */
    static ConfigurationWrappers foreign() {
        return new ConfigurationWrappers(false);
    }

    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        if (!ConfigurationLookups.READS.contains(call.name())
                || call.arguments().isEmpty()
                || call.arguments().size() > 3
                || !isCalledAfterIt(call, at, engine)
                || engine.ownCalls.targets(at).isEmpty() == own) {
            return Optional.empty();
        }
        List<String> keys = engine.texts(at.of(call.arguments().get(0)));
        if (keys.isEmpty() || !keys.stream().allMatch(key -> KEY.matcher(key).matches())) {
            return Optional.empty();
        }
        Optional<List<Value>> body = own ? new OwnMethods().values(call, at, engine) : Optional.empty();
        List<Value> fallback = ConfigurationLookups.defaultOf(call, at, engine)
                .map(instead -> engine.values(at.of(instead)))
                .orElse(List.of());
        if (body.isPresent() && body.get().stream().anyMatch(value -> isFollowed(value, fallback))) {
            return body;
        }
        List<Value> found = new ArrayList<>();
        keys.forEach(key -> found.addAll(ConfigurationLookups.looked(key, call, at, engine, found.isEmpty())));
        return Optional.of(OptionalIdioms.or(found, fallback));
    }

    /** A default that the caller gives shows nothing of the look-up itself. */
    private static boolean isFollowed(Value value, List<Value> fallback) {
        if (value instanceof Value.Known known) {
            return fallback.stream()
                    .noneMatch(
                            given -> given.trail().origin().equals(known.trail().origin()));
        }
        return value instanceof Value.FromConfiguration || value instanceof Value.FromEnvironment;
    }

    private static boolean isCalledAfterIt(Expr.Call call, At at, Engine engine) {
        if (call.scope().isEmpty()) {
            return false;
        }
        Expr scope = call.scope().get();
        Optional<String> named = engine.types
                .of(scope, at.site())
                .or(() -> engine.typing.of(scope, at.site()).map(Ty::simpleName))
                .or(() -> lastName(scope));
        return named.filter(ConfigurationWrappers::endsAsConfiguration).isPresent();
    }

    private static Optional<String> lastName(Expr scope) {
        if (scope instanceof Expr.Name name) {
            return Optional.of(name.name());
        } else if (scope instanceof Expr.Member member) {
            return Optional.of(member.name());
        }
        return scope instanceof Expr.Call call ? Optional.of(call.name()) : Optional.empty();
    }

    /** Whether the last word of a name, or the one before {@code Util} and the like, is one for configuration. */
    private static boolean endsAsConfiguration(String name) {
        String letters = PropertyName.lettersOf(name.substring(name.lastIndexOf('.') + 1))
                .replaceFirst("(utils?|helper|manager|loader|reader|service|provider|holder|source|accessor)$", "");
        return ENDINGS.stream().anyMatch(letters::endsWith);
    }
}
