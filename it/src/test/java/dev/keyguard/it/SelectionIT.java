package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Typed, bound and over a directory: the same reactor, the same finding. */
final class SelectionIT {
    private static final String FINDING = "model-not-accessible models/src/main/java/shop/Models.java:5:39";
    private static ModelServer server;
    private static Map<String, String> key;

    @BeforeAll
    static void start() {
        server = new ModelServer();
        key = Map.of("OPENAI_API_KEY", ModelServer.ALPHA, "OPENAI_BASE_URL", server.url());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("dev.keyguard.it.Maven#stream")
    void typed_in_a_fresh_reactor_every_module_is_checked_once(Maven maven) throws Exception {
        Path project = Setup.sample("reactor", "typed-" + maven);
        Maven.Run run = maven.run(project, key, "keyguard:verify");
        assertThat(run.succeeded()).as(run.output()).isFalse();
        assertThat(run.lines("Models.java:[5,39]")).as(run.output()).hasSize(1);
        assertThat(ReportFile.in(project).findings("error")).containsExactly(FINDING);
    }

    @ParameterizedTest
    @MethodSource("dev.keyguard.it.Maven#stream")
    void bound_each_module_is_checked_in_its_turn_and_the_reports_are_merged(Maven maven) throws Exception {
        Path project = Setup.sample("reactor", "bound-" + maven);
        Maven.Run run = maven.run(project, key, "-T2", "--fail-at-end", "verify");
        assertThat(run.succeeded()).as(run.output()).isFalse();
        assertThat(run.output()).contains("keyguard, all 3 modules");
        assertThat(ReportFile.in(project.resolve("application")).findings("error"))
                .containsExactly(FINDING);
        assertThat(ReportFile.in(project.resolve("models")).findings("error")).isEmpty();
        assertThat(ReportFile.in(project).findings("error")).containsExactly(FINDING);
    }

    @ParameterizedTest
    @MethodSource("dev.keyguard.it.Maven#stream")
    void a_directory_is_checked_from_outside_without_its_build(Maven maven) throws Exception {
        Path outside = Setup.empty("outside-" + maven);
        Path project = Setup.sample("reactor", "directory-" + maven);
        Maven.Run run = maven.run(outside, key, Setup.PLUGIN + ":verify", "-Dkeyguard.directory=" + project);
        assertThat(run.succeeded()).as(run.output()).isFalse();
        assertThat(ReportFile.in(project).findings("error")).containsExactly(FINDING);
        assertThat(Files.list(outside)).isEmpty();
    }
}
