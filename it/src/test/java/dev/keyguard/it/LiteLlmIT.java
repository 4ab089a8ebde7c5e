package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The verdict at a real gateway, LiteLLM's proxy, agrees with what it answers to a chat request. Each key has its own
 * models; LiteLLM's own checks refuse the rest.
 */
@Tag("litellm")
final class LiteLlmIT {
    private static LocalServer server;

    @BeforeAll
    static void start() throws Exception {
        Path folder = ForeignPackage.python("litellm");
        int port = Ports.closed();
        server = LocalServer.start(
                "LiteLLM",
                port,
                folder,
                folder.resolve("server.log"),
                // the price list and everything else it could fetch stay where they are
                Map.of("LITELLM_LOCAL_MODEL_COST_MAP", "True", "PYTHONPATH", folder.toString()),
                List.of(
                        folder.resolve(ForeignPackage.venv("litellm")).toString(),
                        "--config",
                        "config.yaml",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port)));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void what_the_server_refuses_fails_the_build() throws Exception {
        // LiteLLM's own words: neither the hook's nor keyguard's
        assertThat(gateway().refuses()).contains("key_model_access_denied");
    }

    @Test
    void what_it_answers_passes() throws Exception {
        gateway().answers();
    }

    @Test
    void a_key_it_does_not_know_is_rejected() throws Exception {
        gateway().rejects();
    }

    private static Gateway gateway() {
        return new Gateway("litellm", server);
    }
}
