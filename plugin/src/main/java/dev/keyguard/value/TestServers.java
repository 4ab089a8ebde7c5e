package dev.keyguard.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyguard.source.code.Expr;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
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
        try (InputStream in = TestServers.class.getResourceAsStream(RESOURCE)) {
            JsonNode root = new ObjectMapper().readTree(in);
            address = root.get("address").asText();
            root.get("servers").fields().forEachRemaining(server -> {
                Set<String> names = new HashSet<>();
                server.getValue().forEach(name -> names.add(name.asText()));
                methods.put(server.getKey(), names);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is part of keyguard and cannot be read", e);
        }
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
