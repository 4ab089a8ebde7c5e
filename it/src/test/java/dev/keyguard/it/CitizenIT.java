package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Path security = project.resolve("settings-security.xml");
        String master = crypt(maven, project, "--encrypt-master-password", "master", security);
        Files.writeString(security, "<settingsSecurity><master>" + master + "</master></settingsSecurity>");
        String password = crypt(maven, project, "--encrypt-password", ModelServer.ALPHA, security);
        Path settings = project.resolve("settings.xml");
        Files.writeString(
                settings,
                "<settings><servers><server><id>openai</id><password>" + password
                        + "</password></server></servers></settings>");
        configure(project, "<keys><key><name>OPENAI_API_KEY</name><serverId>openai</serverId></key></keys>");

        Maven.Run run = maven.run(
                project,
                Map.of("OPENAI_BASE_URL", server.url()),
                "-X",
                "-s",
                settings.toString(),
                "-Dsettings.security=" + security,
                "verify");
        assertThat(run.succeeded()).isFalse();
        assertThat(run.lines("model-not-accessible")).isNotEmpty();
        assertThat(run.output()).as("the key is in no log, not even at -X").doesNotContain(ModelServer.ALPHA);
        assertThat(Files.readString(project.resolve("target/keyguard/keyguard.json")))
                .doesNotContain(ModelServer.ALPHA);
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
    void the_build_cache_does_not_keep_a_verdict_silently() throws Exception {
        Path project = Setup.sample("openai-java", "build-cache");
        Path mvn = Files.createDirectories(project.resolve(".mvn"));
        Files.writeString(mvn.resolve("extensions.xml"), """
                <extensions><extension>
                  <groupId>org.apache.maven.extensions</groupId>
                  <artifactId>maven-build-cache-extension</artifactId>
                  <version>1.3.0</version>
                </extension></extensions>
                """);
        String cache = "-Dmaven.build.cache.location=" + Setup.empty("build-cache-store");
        Maven.Run first = Maven.any().run(project, key(ModelServer.BETA), "verify", cache);
        assertThat(first.succeeded()).as(first.output()).isTrue();
        assertThat(first.output()).contains("-Dmaven.build.cache.alwaysRunPlugins=keyguard-maven-plugin:*");

        String always = "-Dmaven.build.cache.alwaysRunPlugins=keyguard-maven-plugin:*";
        Maven.Run guarded = Maven.any().run(project, key(ModelServer.ALPHA), "verify", cache, always);
        assertThat(guarded.succeeded())
                .as("a hit, and the gate ran all the same: " + guarded.output())
                .isFalse();
        assertThat(guarded.output()).contains("model-not-accessible").doesNotContain("Maven's build cache is active");
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

    /** Maven 4 moved encryption to a tool of its own and reads what Maven 3 wrote. */
    private static String crypt(Maven maven, Path project, String option, String text, Path security) throws Exception {
        Maven writer = maven.version().startsWith("4") ? Maven.any() : maven;
        Maven.Run run = writer.run(project, Map.of(), option, text, "-Dsettings.security=" + security);
        List<String> lines =
                run.output().lines().filter(line -> line.startsWith("{")).toList();
        assertThat(lines).as(run.output()).hasSize(1);
        return lines.get(0).strip();
    }
}
