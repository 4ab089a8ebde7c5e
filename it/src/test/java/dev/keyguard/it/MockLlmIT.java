package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The verdict at mock-llm, a server nobody here wrote, which has a list for each key and refuses the rest with 403. */
@Tag("mock-llm")
final class MockLlmIT {
    private static LocalServer server;

    @BeforeAll
    static void start() throws Exception {
        Path folder = ForeignPackage.npm("mock-llm");
        int port = Ports.closed();
        server = LocalServer.start(
                "mock-llm",
                port,
                folder,
                folder.resolve("server.log"),
                Map.of("HOST", "127.0.0.1", "PORT", Integer.toString(port)),
                List.of("node", "node_modules/@dwmkerr/mock-llm/dist/main.js", "--config", "mock-llm.yaml"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void what_the_server_refuses_fails_the_build() throws Exception {
        assertThat(gateway().refuses()).contains("model_not_found");
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
        return new Gateway("mock-llm", server);
    }
}
