package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Behaves in a build as people expect of a plugin. */
final class CitizenIT {
    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("dev.keyguard.it.Maven#stream")
    void an_encrypted_password_of_settings_xml_is_the_key(Maven maven) throws Exception {
        Path project = Setup.sample("openai-java", "encrypted-" + maven);
        verifyWith(Encryption.ofMaven3(maven, project), maven, project);
    }

    @ParameterizedTest
    @MethodSource("mavens4")
    void so_is_one_that_Maven_4_encrypted(Maven maven) throws Exception {
        Path project = Setup.sample("openai-java", "encrypted4-" + maven);
        verifyWith(Encryption.of(maven, project), maven, project);
    }

    private void verifyWith(Encryption encryption, Maven maven, Path project) throws Exception {
        // a mirror that is named like the server is none of keyguard's business
        Path own = Setup.empty(project.getFileName() + "-user");
        Path settings =
                Files.writeString(own.resolve("settings.xml"), """
                <settings>
                  <servers><server><id>openai</id><password>%s</password></server></servers>
                  <mirrors><mirror><id>openai</id><mirrorOf>openai</mirrorOf><url>http://127.0.0.1:9</url></mirror></mirrors>
                </settings>
                """.formatted(encryption.encrypt(ModelServer.ALPHA)));
        configure(project, "<keys><key><name>OPENAI_API_KEY</name><serverId>openai</serverId></key></keys>");
        Maven.Run run = maven.run(
                project,
                Map.of("OPENAI_BASE_URL", server.url()),
                "-X",
                "-s",
                settings.toString(),
                encryption.option(),
                "verify");
        assertThat(run.succeeded()).isFalse();
        assertThat(run.lines("model-not-accessible")).isNotEmpty();
        assertThat(run.output()).as("the key is in no log, not even at -X").doesNotContain(ModelServer.ALPHA);
        assertThat(Files.readString(project.resolve("target/keyguard/keyguard.json")))
                .doesNotContain(ModelServer.ALPHA);
    }

    static Stream<Maven> mavens4() {
        return Maven.stream().filter(maven -> maven.version().startsWith("4"));
    }

    @Test
    void one_question_for_a_whole_reactor() throws Exception {
        Path project = Setup.sample("reactor", "one-question");
        Maven.any().run(project, key(ModelServer.ALPHA), "-T2", "-fae", "verify", "-Dkeyguard.cache=false");
        assertThat(server.lists()).isEqualTo(1);
    }

    @Test
    void offline_asks_nobody() throws Exception {
        Path project = Setup.sample("openai-java", "offline");
        Maven.any().run(project, Map.of(), "verify", "-Dkeyguard.skip");
        Maven.Run run = Maven.any().run(project, key(ModelServer.ALPHA), "-o", "verify", "-Dkeyguard.cache=false");
        assertThat(run.succeeded()).as(run.output()).isTrue();
        assertThat(server.requests()).isZero();
    }

    @Test
    void quiet_means_findings_only() throws Exception {
        Path project = Setup.sample("openai-java", "quiet");
        Maven.Run run = Maven.any().run(project, key(ModelServer.BETA), "-q", "verify");
        assertThat(run.succeeded()).as(run.output()).isTrue();
        assertThat(run.lines("[INFO]")).isEmpty();
        Maven.Run refused = Maven.any().run(project, key(ModelServer.ALPHA), "-q", "verify");
        assertThat(refused.lines("model-not-accessible")).isNotEmpty();
    }

    @Test
    void a_lock_file_speaks_for_builds_without_the_key() throws Exception {
        Path project = Setup.sample("openai-java", "lock");
        Maven.Run lock = Maven.any().run(project, key(ModelServer.ALPHA), "keyguard:lock");
        assertThat(lock.succeeded()).as(lock.output()).isTrue();
        assertThat(Files.readString(project.resolve("keyguard.lock.json")))
                .contains("OPENAI_API_KEY", "gpt-4.1")
                .doesNotContain(ModelServer.ALPHA);
        Maven.Run run =
                Maven.any().run(project, Map.of("OPENAI_BASE_URL", server.url()), "verify", "-Dkeyguard.cache=false");
        assertThat(ReportFile.in(project).findings("error")).as(run.output()).hasSize(1);
    }

    @Test
    void what_is_accepted_does_not_fail_any_more() throws Exception {
        Path project = Setup.sample("openai-java", "baseline");
        Maven.Run accept = Maven.any().run(project, key(ModelServer.ALPHA), "keyguard:baseline");
        assertThat(accept.succeeded()).as(accept.output()).isTrue();
        Maven.Run run = Maven.any().run(project, key(ModelServer.ALPHA), "verify");
        assertThat(run.succeeded()).as(run.output()).isTrue();
    }

    @Test
    void files_of_the_checkout_cannot_say_who_gets_a_key() throws Exception {
        Path project = Setup.sample("openai-java", "collector");
        Path mvn = Files.createDirectories(project.resolve(".mvn"));
        Files.writeString(mvn.resolve("maven.config"), "-Dkeyguard.services=" + server.url() + "\n");
        Path source = project.resolve("src/main/java/shop/Support.java");
        Files.writeString(
                source,
                Files.readString(source)
                        .replace(
                                "OpenAIOkHttpClient.fromEnv()",
                                "OpenAIOkHttpClient.builder().fromEnv().baseUrl(\"" + server.url() + "\").build()"));
        Maven.Run run = Maven.any().run(project, Map.of("OPENAI_API_KEY", ModelServer.BETA), "verify");
        assertThat(server.requests()).as(run.output()).isZero();
        assertThat(run.output()).contains("-Dkeyguard.services is disregarded");
    }

    private Map<String, String> key(String value) {
        return new HashMap<>(Map.of("OPENAI_API_KEY", value, "OPENAI_BASE_URL", server.url()));
    }

    private static void configure(Path project, String configuration) throws Exception {
        Path pom = project.resolve("pom.xml");
        Files.writeString(
                pom,
                Files.readString(pom)
                        .replace(
                                "<version>" + Setup.VERSION + "</version>",
                                "<version>" + Setup.VERSION + "</version><configuration>" + configuration
                                        + "</configuration>"));
    }
}
