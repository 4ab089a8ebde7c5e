package dev.keyguard.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key is sent and is nowhere afterwards, although the server says it back in full wherever it can. */
final class CanaryIT {
    private static final String CANARY = "gateway-loopback-canary-1b6453892473a467d07372d45eb05abc";
    private static final String FAKE_BODY = """
            {"error": {"message": "Not with the key %1$s (Bearer %1$s, %2$s)", "type": "%1$s", "param": "%1$s", "code": "invalid_api_key"}, "%1$s": "%1$s"}""".formatted(CANARY, base64());
    private static final String LIST = """
            {"object": "list", "owner": "%1$s", "data": [
              {"id": "gpt-4o", "object": "model", "created": 1715367049, "owned_by": "%1$s"},
              {"id": "gpt-4.1", "object": "model", "created": 1744316542, "owned_by": "%1$s"},
              {"id": "%1$s", "object": "model", "created": 1744316542, "owned_by": "%1$s"},
              {"id": "ft:gpt-4o:%1$s:x", "object": "model", "created": 1744316542, "owned_by": "%1$s"}]}""".formatted(CANARY);
    private static final String REPORTS = "console,json,sarif,html,junit,checkstyle,gitlab,github,cyclonedx";
    private static WireMockServer server;

    @BeforeAll
    static void start() {
        server = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "404", "429", "500", "302"})
    void a_refusal_that_says_it_back(int status) throws Exception {
        answer(status, FAKE_BODY);
        Path project = Setup.sample("openai-java", "canary-" + status);
        String log = run(project, "verify").output();
        assertThat(server.findAll(getRequestedFor(anyUrl())))
                .as(log)
                .isNotEmpty()
                .allMatch(request -> request.getHeader("Authorization").equals("Bearer " + CANARY));
        nowhere(project);
    }

    @Test
    void a_list_that_says_it_back() throws Exception {
        answer(200, LIST);
        Path project = Setup.sample("openai-java", "canary-list");
        Maven.Run verified = run(project, "verify");
        assertThat(verified.succeeded()).as(verified.output()).isTrue();
        Maven.Run locked = run(project, Setup.PLUGIN + ":lock");
        assertThat(locked.succeeded()).as(locked.output()).isTrue();
        assertThat(project.resolve("keyguard.lock.json")).content().contains("gpt-4o");
        Maven.Run probed = run(project, "verify", "-Dkeyguard.probe=true");
        assertThat(probed.output()).contains("keyguard.probe sent real requests");
        run(project, Setup.PLUGIN + ":models");
        run(project, Setup.PLUGIN + ":explain", "-Dkeyguard.model=gpt-4o");
        for (String goal : List.of("scan", "report", "help", "fix", "baseline", "verify")) {
            run(project, Setup.PLUGIN + ":" + goal, "-Dkeyguard.reports=" + REPORTS);
        }
        nowhere(project);
        assertThat(files(cache(project)))
                .as("the cache was looked through, too")
                .isNotEmpty();
    }

    private static void answer(int status, String body) {
        server.resetAll();
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withHeader("x-request-id", "req-" + CANARY)
                        .withHeader("Location", server.baseUrl() + "/" + CANARY)
                        .withHeader("WWW-Authenticate", "Bearer realm=\"" + CANARY + "\"")
                        .withBody(body)));
    }

    private static Maven.Run run(Path project, String... goals) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(goals));
        // at -X maven-resources-plugin itself prints every variable of the process
        arguments.addAll(List.of("-X", "-e", "-Dkeyguard.timeout=5", "-Dmaven.resources.skip=true"));
        arguments.add("-Dmaven.test.skip=true");
        Map<String, String> environment = Map.of(
                "OPENAI_API_KEY",
                CANARY,
                "OPENAI_BASE_URL",
                server.baseUrl() + "/v1",
                "XDG_CACHE_HOME",
                cache(project).toString());
        Maven.Run run;
        try (ProcessArguments seen = ProcessArguments.watch()) {
            run = Maven.any().run(project, environment, arguments.toArray(String[]::new));
            assertThat(seen.all()).as("the build's own process was seen").contains("-Dkeyguard.timeout=5");
            clean("arguments of a process", seen.all());
        }
        assertThat(run.output()).as("log at -X").contains("[DEBUG]");
        clean("log", run.output());
        return run;
    }

    private static Path cache(Path project) {
        return project.resolve("own-cache");
    }

    private static void nowhere(Path project) throws IOException {
        List<Path> files = files(project);
        assertThat(files).anyMatch(file -> file.endsWith(Path.of("keyguard", "keyguard.json")));
        for (Path file : files) {
            clean(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Neither whole nor the half that nobody could guess, nor encoded. */
    private static void clean(String what, String text) {
        String secret = CANARY.substring(CANARY.length() / 2);
        assertThat(text.contains(CANARY)).as(what + " holds the key").isFalse();
        assertThat(text.contains(secret)).as(what + " holds half the key").isFalse();
        assertThat(text.contains(base64())).as(what + " holds the key encoded").isFalse();
    }

    private static String base64() {
        return Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
    }
}
