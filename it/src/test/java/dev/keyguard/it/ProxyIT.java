package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proxies of settings.xml, with a real one (proxy.py) that wants a password. */
final class ProxyIT {
    private static final String PASSWORD = "proxy-word-of-a-test-81f2";

    private static LocalServer proxy;
    private static int port;

    private final ModelServer models = new ModelServer();

    @BeforeAll
    static void start() throws Exception {
        Path folder = ForeignPackage.python("proxy");
        port = Ports.closed();
        proxy = LocalServer.start(
                "proxy.py",
                port,
                folder,
                folder.resolve("server.log"),
                Map.of(),
                List.of(
                        folder.resolve(ForeignPackage.venv("proxy")).toString(),
                        "--hostname",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--num-workers",
                        "1",
                        "--num-acceptors",
                        "1",
                        "--basic-auth",
                        "keyguard:" + PASSWORD));
    }

    @AfterAll
    static void stop() {
        if (proxy != null) {
            proxy.close();
        }
    }

    @AfterEach
    void close() {
        models.close();
    }

    @ParameterizedTest
    @MethodSource("dev.keyguard.it.Maven#stream")
    void the_request_goes_through_it_with_the_encrypted_password(Maven maven) throws Exception {
        Path project = prepared("proxy-" + maven);
        Encryption encryption = Encryption.of(maven, project);
        Maven.Run run = verify(maven, project, encryption.encrypt(PASSWORD), "", encryption.option());
        assertThat(run.succeeded()).as(run.output()).isFalse();
        assertThat(run.lines("model-not-accessible")).as(run.output()).isNotEmpty();
        assertThat(models.lists()).isEqualTo(1);
        assertThat(models.requests()).as("all through the proxy").isEqualTo(models.proxied());
        assertThat(run.output()).as("nor is the proxy's password shown").doesNotContain(PASSWORD);
    }

    @Test
    void hosts_of_nonProxyHosts_are_asked_directly() throws Exception {
        Path project = prepared("proxy-not");
        Maven.Run run = verify(Maven.any(), project, PASSWORD, "*.example.com|127.*");
        assertThat(run.lines("model-not-accessible")).as(run.output()).isNotEmpty();
        assertThat(models.lists()).isEqualTo(1);
        assertThat(models.proxied()).isZero();
    }

    @Test
    void a_proxy_that_refuses_leaves_access_unknown_and_is_named() throws Exception {
        Path project = prepared("proxy-refused");
        Maven.Run run = verify(Maven.any(), project, "another-word", "");
        assertThat(run.succeeded()).as(run.output()).isTrue();
        assertThat(models.requests()).isZero();
        assertThat(ReportFile.in(project).verdict()).isEqualTo("not-verified");
        assertThat(run.output())
                .contains("the proxy asks for a user and password")
                .doesNotContain("another-word");
    }

    /** What Maven itself needs is there before it is told of the proxy. */
    private static Path prepared(String purpose) throws Exception {
        Path project = Setup.sample("openai-java", purpose);
        Maven.Run run = Maven.any().run(project, Map.of(), "keyguard:help");
        assertThat(run.succeeded()).as(run.output()).isTrue();
        return project;
    }

    private Maven.Run verify(Maven maven, Path project, String password, String except, String... options)
            throws Exception {
        // the checkout's own settings.xml would name no proxy
        Path own = Setup.empty(project.getFileName() + "-user");
        Path settings = Files.writeString(own.resolve("settings.xml"), """
                <settings>
                  <proxies>
                    <proxy>
                      <id>loopback</id>
                      <protocol>http</protocol>
                      <host>127.0.0.1</host>
                      <port>%d</port>
                      <username>keyguard</username>
                      <password>%s</password>
                      <nonProxyHosts>%s</nonProxyHosts>
                    </proxy>
                  </proxies>
                </settings>
                """.formatted(port, password, except));
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-X", "-s", settings.toString(), Setup.PLUGIN + ":verify"));
        arguments.addAll(List.of("-Dkeyguard.cache=false", "-Dkeyguard.resolve=false"));
        return maven.run(
                project,
                Map.of("OPENAI_API_KEY", ModelServer.ALPHA, "OPENAI_BASE_URL", models.url()),
                arguments.toArray(String[]::new));
    }
}
