package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * mvnd keeps a plugin's classes from build to build. Its distribution is not on Maven Central, so this does what it does:
 * two builds in one JVM, one container and one plugin realm.
 */
final class DaemonIT {
    @Test
    void the_second_build_in_the_same_realm_asks_anew() throws Exception {
        try (ModelServer server = new ModelServer()) {
            Path project = Setup.sample("openai-java", "daemon");
            Map<String, String> key = Map.of("OPENAI_API_KEY", ModelServer.ALPHA, "OPENAI_BASE_URL", server.url());
            Maven.Run downloads = Maven.any().run(project, key, "verify", "-Dkeyguard.skip");
            assertThat(downloads.succeeded()).as(downloads.output()).isTrue();

            Process maven = start(project, key);
            try (BufferedReader output =
                    new BufferedReader(new InputStreamReader(maven.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(build(maven, output))
                        .contains("model-not-accessible")
                        .endsWith("ENDED refused in realm 1");
                server.allow(ModelServer.ALPHA, "gpt-4.1", "gpt-4o");
                assertThat(build(maven, output)).endsWith("ENDED passed in realm 1");
            } finally {
                maven.destroyForcibly();
            }
            assertThat(server.lists()).isEqualTo(2);
        }
    }

    private static Process start(Path project, Map<String, String> environment) throws IOException {
        Path home = Maven.any().home();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Maven.any().jdk().home().resolve("bin").resolve("java").toString(),
                        "-cp",
                        home.resolve("lib") + File.separator + "*" + File.pathSeparator + home.resolve("boot")
                                + File.separator + "*",
                        "-Dmaven.home=" + home,
                        Setup.folder("embedded").resolve("TwoBuilds.java").toString(),
                        project.toString(),
                        Setup.folder("repository").toString(),
                        Maven.settings().toString(),
                        Maven.userSettings().map(Path::toString).orElse("none")))
                .directory(project.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.matches("(?i).*(API_KEY|BASE_URL|MAVEN).*"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String build(Process maven, BufferedReader output) throws IOException {
        maven.getOutputStream().write('\n');
        maven.getOutputStream().flush();
        StringBuilder text = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            text.append('\n').append(line);
            if (line.startsWith("ENDED ")) {
                break;
            }
        }
        return text.toString();
    }
}
