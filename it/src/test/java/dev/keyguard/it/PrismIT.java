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
 * Prism between keyguard and a model server holds both to OpenAI's own description of its interface: requests that break
 * it are answered with 422, and so is what our model server says.
 */
@Tag("prism")
final class PrismIT {
    private static ModelServer models;
    private static LocalServer prism;

    @BeforeAll
    static void start() throws Exception {
        Path folder = ForeignPackage.npm("prism");
        models = new ModelServer();
        int port = Ports.closed();
        Path description =
                Path.of(PrismIT.class.getResource("/openai-openapi/models.json").toURI());
        prism = LocalServer.start(
                "Prism",
                port,
                folder,
                folder.resolve("server.log"),
                Map.of(),
                List.of(
                        "node",
                        "node_modules/@stoplight/prism-cli/dist/index.js",
                        "proxy",
                        "--errors",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port),
                        description.toString(),
                        models.url()));
    }

    @AfterAll
    static void stop() {
        if (prism != null) {
            prism.close();
        }
        if (models != null) {
            models.close();
        }
    }

    @Test
    void every_request_is_as_described() throws Exception {
        assertThat(prism.get("/models/gpt-4.1/nothing", ModelServer.ALPHA).statusCode())
                .as("Prism refuses what is not described")
                .isBetween(400, 499);
        int before = models.requests();

        Path project = Setup.sample("openai-java", "prism-allowed");
        Maven.Run run = verify(project, ModelServer.BETA);
        assertThat(run.succeeded()).as(run.output() + prism.log()).isTrue();
        assertThat(ReportFile.in(project).verdict()).isEqualTo("passed");
        assertThat(models.requests() - before).as("the list went through Prism").isEqualTo(1);

        Path refused = Setup.sample("openai-java", "prism-refused");
        Maven.Run second = verify(refused, ModelServer.ALPHA);
        assertThat(second.succeeded()).as(second.output()).isFalse();
        assertThat(ReportFile.in(refused).findings("error"))
                .containsExactly("model-not-accessible src/main/java/shop/Support.java:9:41");
        assertThat(models.requests() - before)
                .as("the list and the model by name went through Prism")
                .isEqualTo(3);
    }

    private static Maven.Run verify(Path project, String key) throws Exception {
        return Maven.any()
                .run(
                        project,
                        Map.of("OPENAI_API_KEY", key, "OPENAI_BASE_URL", prism.url()),
                        "verify",
                        "-Dkeyguard.cache=false");
    }
}
