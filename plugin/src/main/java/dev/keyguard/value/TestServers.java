package dev.keyguard.value;

import dev.keyguard.sdk.JsonData;
import dev.keyguard.source.code.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Addresses of servers that tests run on this machine: WireMock, MockWebServer, containers. The port is chosen at run
 * time, but what is sent there reaches no provider. Read from {@code test-servers.json}.
 */
final class TestServers implements ValueStep {
    private static final String RESOURCE = "test-servers.json";

    private final Map<String, Set<String>> methods = new HashMap<>();
    private final String address;

    TestServers() {
        JsonData root = JsonData.resource(TestServers.class, RESOURCE);
        address = root.text("address");
        root.textsMap("servers").forEach((server, names) -> methods.put(server, Set.copyOf(names)));
    }

    @Override
    public Optional<List<Value>> values(Expr.Call call, At at, Engine engine) {
        if (call.name().equals("toString")
                && call.arguments().isEmpty()
                && call.scope().orElse(null) instanceof Expr.Call address) {
            return values(address, at.of(address), engine);
        }
        if (call.scope().isEmpty() || methods.values().stream().noneMatch(names -> names.contains(call.name()))) {
            return Optional.empty();
        }
        boolean server = engine.typing
                .of(call.scope().get(), at.site())
                .filter(type ->
                        methods.getOrDefault(type.simpleName(), Set.of()).contains(call.name()))
                .isPresent();
        if (!server) {
            return Optional.empty();
        }
        Value base = new Value.Known(address, Origin.LITERAL, Trail.written(call.place()));
        return Optional.of(
                call.arguments().size() == 1
                        ? Texts.product(
                                List.of(
                                        List.of(base),
                                        engine.values(at.of(call.arguments().get(0)))),
                                call.place())
                        : List.of(base));
    }
}
