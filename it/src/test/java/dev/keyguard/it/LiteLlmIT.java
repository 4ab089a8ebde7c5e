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
    private static final String CHAT = """
            {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello"}]}""";

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
        assertThat(server.post("/v1/chat/completions", ModelServer.ALPHA, CHAT).statusCode())
                .isEqualTo(403);
        Path project = Setup.sample("openai-java", "litellm-refused");
        Maven.Run run = verify(project, ModelServer.ALPHA);
        assertThat(run.succeeded()).as(run.output()).isFalse();
        assertThat(ReportFile.in(project).findings("error"))
                .containsExactly("model-not-accessible src/main/java/shop/Support.java:9:41");
    }

    @Test
    void what_it_answers_passes() throws Exception {
        assertThat(server.post("/v1/chat/completions", ModelServer.BETA, CHAT).statusCode())
                .isEqualTo(200);
        Path project = Setup.sample("openai-java", "litellm-allowed");
        Maven.Run run = verify(project, ModelServer.BETA);
        assertThat(run.succeeded()).as(run.output()).isTrue();
        assertThat(ReportFile.in(project).verdict()).isEqualTo("passed");
    }

    @Test
    void a_key_it_does_not_know_is_rejected() throws Exception {
        Path project = Setup.sample("openai-java", "litellm-unknown-key");
        Maven.Run run = verify(project, "gateway-loopback-nobody-00000000");
        assertThat(run.succeeded()).as(run.output()).isFalse();
        assertThat(ReportFile.in(project).findings("error")).anyMatch(finding -> finding.startsWith("key-rejected"));
    }

    private static Maven.Run verify(Path project, String key) throws Exception {
        return Maven.any()
                .run(
                        project,
                        Map.of("OPENAI_API_KEY", key, "OPENAI_BASE_URL", server.url() + "/v1"),
                        "verify",
                        "-Dkeyguard.cache=false");
    }
}
