package dev.keyguard.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A model provider on the loopback with a list for each key: {@link #ALPHA} may not use gpt-4o, {@link #BETA} may. It
 * refuses in the words of the real one.
 */
final class ModelServer implements AutoCloseable {
    static final String ALPHA = "gateway-loopback-alpha-5d41402a";
    static final String BETA = "gateway-loopback-beta-7d793037";

    private static final String NOT_FOUND = """
            {"error": {"message": "The model `%s` does not exist or you do not have access to it.",
            "type": "invalid_request_error", "param": null, "code": "model_not_found"}}""";
    private static final String INVALID_KEY = """
            {"error": {"message": "Incorrect API key provided. You can find your API key at https://platform.openai.com/account/api-keys.",
            "type": "invalid_request_error", "param": null, "code": "invalid_api_key"}}""";

    private final WireMockServer server;

    /** At a free port. */
    ModelServer() {
        this(0);
    }

    ModelServer(int port) {
        server = new WireMockServer(options().bindAddress("127.0.0.1").port(port));
        server.start();
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(json(401, INVALID_KEY)));
        allow(ALPHA, "gpt-4.1", "gpt-4.1-mini", "gpt-5.1", "text-embedding-3-small");
        allow(BETA, "gpt-4.1", "gpt-4o", "gpt-5.1", "text-embedding-3-small");
    }

    /** Base URL with version. */
    String url() {
        return "http://127.0.0.1:" + server.port() + "/v1";
    }

    void allow(String key, String... ids) {
        String list = List.of(ids).stream()
                .map(id -> "{\"id\": \"" + id
                        + "\", \"object\": \"model\", \"created\": 1715367049, \"owned_by\": \"system\"}")
                .collect(Collectors.joining(", ", "{\"object\": \"list\", \"data\": [", "]}"));
        stub(1, get(urlEqualTo("/v1/models")), key, 200, list);
        for (String id : ids) {
            stub(1, get(urlEqualTo("/v1/models/" + id)), key, 200, "{\"id\": \"" + id + "\", \"object\": \"model\"}");
        }
        stub(4, get(urlEqualTo("/v1/models/gpt-4o")), key, 404, NOT_FOUND.formatted("gpt-4o"));
        stub(5, get(urlMatching("/v1/models/.+")), key, 404, NOT_FOUND.formatted("asked for"));
    }

    /** How often lists were asked for. */
    int lists() {
        return server.findAll(getRequestedFor(urlEqualTo("/v1/models"))).size();
    }

    /** How many requests came, of whatever kind. */
    int requests() {
        return server.getAllServeEvents().size();
    }

    /** How many requests came through a proxy that says so. */
    int proxied() {
        return server.findAll(anyRequestedFor(anyUrl()).withHeader("Via", matching(".+")))
                .size();
    }

    /** What every request was authorized with, and whatever else it carried about an organization. */
    List<String> authorizations() {
        return server.getAllServeEvents().stream()
                .map(event -> event.getRequest().getHeader("Authorization")
                        + java.util.Optional.ofNullable(event.getRequest().getHeader("OpenAI-Organization"))
                                .orElse(""))
                .toList();
    }

    private void stub(int priority, MappingBuilder request, String key, int status, String body) {
        server.stubFor(request.atPriority(priority)
                .withHeader("Authorization", equalTo("Bearer " + key))
                .willReturn(json(status, body)));
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    @Override
    public void close() {
        server.stop();
    }
}
