package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts of a reactor: {@code -pl}, {@code -am}, {@code --resume-from}, {@code -o}. */
final class ReactorIT {
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

    @Test
    void a_chosen_module_is_checked_and_values_of_others_are_still_found() throws Exception {
        Path project = Setup.sample("reactor", "pl");
        Maven.Run run = Maven.any().run(project, key, "-pl", "application", "keyguard:verify");
        assertThat(run.succeeded()).as(run.output()).isFalse();
        assertThat(ReportFile.in(project.resolve("application")).findings("error"))
                .containsExactly(FINDING);
    }

    @Test
    void a_module_that_uses_no_model_passes_alone() throws Exception {
        Path project = Setup.sample("reactor", "pl-other");
        Maven.Run run = Maven.any().run(project, key, "-pl", "models", "keyguard:verify");
        assertThat(run.succeeded()).as(run.output()).isTrue();
        assertThat(ReportFile.in(project.resolve("models")).references()).isEmpty();
    }

    @Test
    void with_am_bound_each_chosen_module_and_what_it_needs_has_a_report() throws Exception {
        Path project = Setup.sample("reactor", "am");
        Maven.Run run = Maven.any().run(project, key, "-pl", "application", "-am", "verify");
        assertThat(run.succeeded()).as(run.output()).isFalse();
        assertThat(ReportFile.in(project.resolve("application")).findings("error"))
                .containsExactly(FINDING);
        assertThat(ReportFile.in(project.resolve("models")).findings("error")).isEmpty();
    }

    @Test
    void typed_from_a_module_on_the_rest_is_checked() throws Exception {
        Path project = Setup.sample("reactor", "rf-typed");
        Maven.Run run = Maven.any().run(project, key, "keyguard:verify", "--resume-from", ":application");
        assertThat(run.succeeded()).as(run.output()).isFalse();
        assertThat(ReportFile.in(project.resolve("application")).findings("error"))
                .containsExactly(FINDING);
    }

    /** Maven 4 finds the modules that were built before; Maven 3 wants them installed. */
    @ParameterizedTest
    @MethodSource("dev.keyguard.it.CitizenIT#mavens4")
    void a_build_resumed_at_a_module_checks_it_as_before(Maven maven) throws Exception {
        Path project = Setup.sample("reactor", "rf");
        assertThat(maven.run(project, key, "verify").succeeded()).isFalse();
        Files.delete(project.resolve("application/target/keyguard/keyguard.json"));
        Maven.Run run = maven.run(project, key, "verify", "--resume-from", ":application");
        assertThat(run.succeeded()).as(run.output()).isFalse();
        assertThat(ReportFile.in(project.resolve("application")).findings("error"))
                .containsExactly(FINDING);
    }

    @Test
    void offline_a_fresh_reactor_is_checked_by_its_lock_file() throws Exception {
        Path project = Setup.sample("reactor", "offline-reactor");
        Maven.Run lock = Maven.any().run(project, key, "keyguard:lock");
        assertThat(lock.succeeded()).as(lock.output()).isTrue();
        int before = server.requests();
        Maven.Run run = Maven.any().run(project, key, "-o", "keyguard:verify", "-Dkeyguard.cache=false");
        assertThat(run.succeeded()).as(run.output()).isFalse();
        assertThat(ReportFile.in(project).findings("error")).containsExactly(FINDING);
        assertThat(server.requests()).isEqualTo(before);
    }
}
