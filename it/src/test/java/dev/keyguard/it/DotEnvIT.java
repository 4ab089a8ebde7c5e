package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A key in a module's {@code .env} is taken when that is asked for, and never says where it may go. */
final class DotEnvIT {
    @Test
    void a_key_in_the_modules_file_counts_only_when_asked_for() throws Exception {
        try (ModelServer server = new ModelServer()) {
            Path project = Setup.sample("openai-java", "dotenv");
            Files.writeString(
                    project.resolve(".env"),
                    "OPENAI_API_KEY=" + ModelServer.ALPHA + "\nOPENAI_BASE_URL=http://127.0.0.1:" + Ports.closed()
                            + "/v1\n");
            Map<String, String> trusted = Map.of("OPENAI_BASE_URL", server.url());

            Maven.Run without = Maven.any().run(project, trusted, "keyguard:verify", "-Dkeyguard.cache=false");
            assertThat(without.succeeded()).as(without.output()).isTrue();
            assertThat(ReportFile.in(project).verdict()).isEqualTo("not-verified");
            assertThat(server.requests()).isZero();

            Maven.Run with =
                    Maven.any().run(project, trusted, "keyguard:verify", "-Dkeyguard.cache=false", "-Dkeyguard.dotEnv");
            assertThat(with.succeeded()).as(with.output()).isFalse();
            assertThat(ReportFile.in(project).findings("error"))
                    .containsExactly("model-not-accessible src/main/java/shop/Support.java:9:41");
            assertThat(with.output()).doesNotContain(ModelServer.ALPHA);

            Maven.Run models =
                    Maven.any().run(project, trusted, "keyguard:models", "-Dkeyguard.cache=false", "-Dkeyguard.dotEnv");
            assertThat(models.succeeded()).as(models.output()).isTrue();
            assertThat(models.output())
                    .contains("OPENAI_API_KEY", "gpt-4.1-mini", "text-embedding-3-small")
                    .containsPattern("✗ +gpt-4o")
                    .doesNotContain(ModelServer.ALPHA);
        }
    }
}
