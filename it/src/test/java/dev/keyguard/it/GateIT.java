package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job, on every Maven: the same project fails with one key and passes with another. */
final class GateIT {
    private static final String PLACE = "src/main/java/shop/Support.java";
    private static ModelServer server;

    @BeforeAll
    static void start() {
        server = new ModelServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("dev.keyguard.it.Maven#stream")
    void a_key_that_may_not_use_the_model_fails_the_build_at_the_line_where_it_is_written(Maven maven)
            throws Exception {
        Path project = Setup.sample("openai-java", "refused-" + maven);
        Maven.Run run = maven.run(project, key(ModelServer.ALPHA), "verify");
        assertThat(run.succeeded()).as(run.output()).isFalse();
        assertThat(run.output())
                .contains("[ERROR] " + project.resolve(PLACE) + ":[9,41]")
                .contains("model-not-accessible", "gpt-4o", "OPENAI_API_KEY", "keyguard:explain")
                .containsPattern("gpt-4\\.1|gpt-5\\.1")
                .doesNotContain(ModelServer.ALPHA);
        assertThat(ReportFile.in(project).findings("error")).containsExactly("model-not-accessible " + PLACE + ":9:41");
    }

    @ParameterizedTest
    @MethodSource("dev.keyguard.it.Maven#stream")
    void a_key_that_may_use_it_passes(Maven maven) throws Exception {
        Path project = Setup.sample("openai-java", "allowed-" + maven);
        Maven.Run run = maven.run(project, key(ModelServer.BETA), "verify");
        assertThat(run.succeeded()).as(run.output()).isTrue();
        assertThat(ReportFile.in(project).verdict()).isEqualTo("passed");
    }

    @ParameterizedTest
    @MethodSource("dev.keyguard.it.Maven#stream")
    void without_an_answer_the_verdict_is_unknown_and_fails_only_if_it_must_be_known(Maven maven) throws Exception {
        Path project = Setup.sample("openai-java", "unreachable-" + maven);
        Map<String, String> nobody = Map.of(
                "OPENAI_API_KEY", ModelServer.BETA, "OPENAI_BASE_URL", "http://127.0.0.1:" + Ports.closed() + "/v1");
        Maven.Run run = maven.run(project, nobody, "verify", "-Dkeyguard.cache=false");
        assertThat(run.succeeded()).as(run.output()).isTrue();
        assertThat(run.output()).contains("NOT VERIFIED");
        assertThat(ReportFile.in(project).verdict()).isEqualTo("not-verified");

        Maven.Run required =
                maven.run(project, nobody, "verify", "-Dkeyguard.cache=false", "-Dkeyguard.online=required");
        assertThat(required.succeeded()).as(required.output()).isFalse();
    }

    private static Map<String, String> key(String value) {
        return Map.of("OPENAI_API_KEY", value, "OPENAI_BASE_URL", server.url());
    }
}
