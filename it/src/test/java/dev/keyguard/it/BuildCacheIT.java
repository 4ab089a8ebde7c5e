package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Maven's build cache extension skips bound goals on a hit. With the one documented line the gate runs all the same; without
 * it {@code verify} warns.
 */
final class BuildCacheIT {
    private static final String LINE = "-Dmaven.build.cache.alwaysRunPlugins=keyguard-maven-plugin:*";
    private static final String WARNING = "Maven's build cache is active";
    private static final String HIT = "Found cached build";

    private final ModelServer server = new ModelServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void without_the_line_verify_warns_and_a_hit_skips_it() throws Exception {
        Path project = project("build-cache-unguarded", "");
        String cache = store("unguarded");
        Maven.Run first = Maven.any().run(project, key(ModelServer.BETA), "verify", cache);
        assertThat(first.succeeded()).as(first.output()).isTrue();
        assertThat(first.output()).contains(WARNING, LINE);
        Maven.Run hit = Maven.any().run(project, key(ModelServer.ALPHA), "verify", cache);
        assertThat(hit.succeeded())
                .as("what the warning speaks of: " + hit.output())
                .isTrue();
        assertThat(hit.output()).contains(HIT).doesNotContain("model-not-accessible");
    }

    @Test
    void with_the_line_typed_a_hit_keeps_no_verdict() throws Exception {
        Path project = project("build-cache-typed", "");
        String cache = store("typed");
        Maven.Run first = Maven.any().run(project, key(ModelServer.BETA), "verify", cache, LINE);
        assertThat(first.succeeded()).as(first.output()).isTrue();
        refused(Maven.any().run(project, key(ModelServer.ALPHA), "verify", cache, LINE));
    }

    /** One machine fills the remote cache; another, whose own is empty, takes the build from there. */
    @ParameterizedTest
    @MethodSource("mavens")
    void with_the_line_in_its_configuration_a_remote_hit_keeps_no_verdict(Maven maven) throws Exception {
        try (CacheServer remote = new CacheServer()) {
            Path project = project("build-cache-remote-" + maven, """
                    <cache xmlns="http://maven.apache.org/BUILD-CACHE-CONFIG/1.2.0">
                      <configuration>
                        <remote enabled="true" saveToRemote="true" id="loopback"><url>%s</url></remote>
                      </configuration>
                      <executionControl>
                        <runAlways><plugins><plugin artifactId="keyguard-maven-plugin"/></plugins></runAlways>
                      </executionControl>
                    </cache>
                    """.formatted(remote.url()));
            Maven.Run first = maven.run(project, key(ModelServer.BETA), "verify", store("one"));
            assertThat(first.succeeded()).as(first.output()).isTrue();
            assertThat(remote.stored()).as(first.output()).isPositive();
            int served = remote.served();
            refused(maven.run(project, key(ModelServer.ALPHA), "verify", store("other")));
            assertThat(remote.served()).as("taken from the remote cache").isGreaterThan(served);
        }
    }

    /** The extension needs Maven 3.9. */
    static Stream<Maven> mavens() {
        return Maven.stream().filter(maven -> !maven.version().matches("3\\.[68]\\..*"));
    }

    private static void refused(Maven.Run run) {
        assertThat(run.output()).contains(HIT, "model-not-accessible").doesNotContain(WARNING);
        assertThat(run.succeeded()).isFalse();
    }

    private static Path project(String purpose, String configuration) throws Exception {
        Path project = Setup.sample("openai-java", purpose);
        Path mvn = Files.createDirectories(project.resolve(".mvn"));
        Files.writeString(mvn.resolve("extensions.xml"), """
                <extensions><extension>
                  <groupId>org.apache.maven.extensions</groupId>
                  <artifactId>maven-build-cache-extension</artifactId>
                  <version>1.3.0</version>
                </extension></extensions>
                """);
        if (!configuration.isEmpty()) {
            Files.writeString(mvn.resolve("maven-build-cache-config.xml"), configuration);
        }
        return project;
    }

    private static String store(String name) throws Exception {
        return "-Dmaven.build.cache.location=" + Setup.empty("build-cache-store-" + name);
    }

    private Map<String, String> key(String value) {
        return Map.of("OPENAI_API_KEY", value, "OPENAI_BASE_URL", server.url());
    }
}
