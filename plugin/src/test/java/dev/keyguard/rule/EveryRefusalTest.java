package dev.keyguard.rule;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import dev.keyguard.access.AccessBook;
import dev.keyguard.access.AccessService;
import dev.keyguard.access.AccessSettings;
import dev.keyguard.access.BundledModelTable;
import dev.keyguard.access.ListMemo;
import dev.keyguard.access.ModelTable;
import dev.keyguard.access.Online;
import dev.keyguard.access.Surroundings;
import dev.keyguard.report.FailOn;
import dev.keyguard.report.Report;
import dev.keyguard.report.Summaries;
import dev.keyguard.sdk.JsonCatalogue;
import dev.keyguard.usage.Inventory;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the wire to the finding: one body, answered to every request, gives one rule or leaves access unknown. */
final class EveryRefusalTest {
    private static final Set<String> NOT_ABOUT_ACCESS =
            Set.of("model-hardcoded", "model-shutting-down", "permission-denied-unhandled", "key-unbound");
    private static final ModelTable TABLE = BundledModelTable.load();
    private static WireMockServer server;

    @BeforeAll
    static void start() {
        server = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    /** A refusal and what it is to give for a model that the table knows. */
    record Recorded(String provider, int status, String body, String verdict) {
        String rule(boolean known) {
            return switch (verdict) {
                case "KEY_INVALID" -> "error key-rejected";
                case "KEY_MISSING" -> "info key-missing";
                case "KEY_SCOPE" -> "error key-scope";
                case "CONFIG_ORG_MISMATCH", "CONFIG_PROJECT_MISMATCH" -> "error organization-mismatch";
                case "CONFIG_BASE_URL", "CONFIG_REGION_HOST" -> "error endpoint-wrong";
                case "MODEL_DENIED", "PROJECT_BLOCKED" -> "error model-not-accessible";
                case "MODEL_UNKNOWN", "MODEL_UNKNOWN_OR_DENIED" ->
                    known ? "error model-not-accessible" : "warning model-unknown";
                case "MODEL_GONE" -> "error model-shut-down";
                case "ENDPOINT_MISMATCH" -> "error model-wrong-operation";
                default -> known ? "" : "warning model-unknown";
            };
        }

        @Override
        public String toString() {
            return provider + " " + status + " " + verdict;
        }
    }

    static List<Recorded> bodies() throws IOException {
        List<Recorded> all = new ArrayList<>();
        for (String name : List.of("refusal-bodies.json", "more-refusals.json", "varied-refusals.json")) {
            try (InputStream in = EveryRefusalTest.class.getResourceAsStream("/dev/keyguard/access/" + name)) {
                for (JsonNode row : new JsonMapper().readTree(in)) {
                    JsonNode body = row.path("body");
                    all.add(new Recorded(
                            row.path("provider").asText(),
                            row.path("status").asInt(),
                            body.isTextual() ? body.asText() : body.toString(),
                            row.path("verdict").asText()));
                }
            }
        }
        return all.stream().filter(row -> row.status() < 500).toList();
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("bodies")
    void givesItsRuleAndNoOther(Recorded recorded) {
        server.resetAll();
        server.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(recorded.status()).withBody(recorded.body())));
        assertThat(findings("gpt-4o")).as(recorded.body()).isEqualTo(expected(recorded.rule(true)));
        boolean aboutTheModel = recorded.rule(false).contains("model-");
        if (aboutTheModel && !recorded.rule(false).contains("wrong-operation")) {
            assertThat(findings("gpt-4-o-nobody-has")).isEqualTo(expected(recorded.rule(false)));
        }
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("bodies")
    void neverReadsAsSuccess(Recorded recorded) {
        server.resetAll();
        server.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(recorded.status()).withBody(recorded.body())));
        Inventory inventory = inventory("gpt-4o");
        AccessBook book = book(inventory);
        RuleRunner.Outcome outcome = outcome(inventory, book);
        Report.Summary summary = new Summaries(FailOn.ERROR).of(inventory, book, outcome, Duration.ZERO);
        Report.Verdict expected =
                recorded.rule(true).startsWith("error") ? Report.Verdict.FAILED : Report.Verdict.NOT_VERIFIED;
        assertThat(summary.verdict()).as(recorded.body()).isEqualTo(expected);
        assertThat(summary.notVerified()).isNotEmpty();
    }

    @Test
    void aKeyThatWasSentIsNotCalledMissing() {
        server.resetAll();
        server.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(401).withBody("{\"detail\":\"Missing authentication header\"}")));
        Inventory inventory = inventory("gpt-4o");
        assertThat(outcome(inventory, book(inventory)).findings())
                .filteredOn(finding -> finding.rule().equals("key-missing"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith("OPENAI_API_KEY was sent to OpenAI, which says that no key arrived"));
    }

    private static Set<String> expected(String rule) {
        return rule.isEmpty() ? Set.of() : Set.of(rule);
    }

    private static Set<String> findings(String model) {
        Inventory inventory = inventory(model);
        return outcome(inventory, book(inventory)).findings().stream()
                .filter(finding -> !NOT_ABOUT_ACCESS.contains(finding.rule()))
                .map(finding -> finding.severity().label() + " " + finding.rule())
                .collect(Collectors.toSet());
    }

    private static Inventory inventory(String model) {
        return Run.usual()
                .model(model, "src/main/java/demo/Client.java", 9)
                .usualKey()
                .inventory();
    }

    private static RuleRunner.Outcome outcome(Inventory inventory, AccessBook book) {
        return new RuleRunner(Rules.all(), RuleSettings.NONE, SourceText.NONE)
                .run(new RuleContext(inventory, book, TABLE, Run.TODAY, 0, false));
    }

    private static AccessBook book(Inventory inventory) {
        Map<String, String> environment = Map.of(
                "OPENAI_API_KEY",
                "sk-fake-canary-7f3a9b2c1d0e",
                "OPENAI_BASE_URL",
                "http://127.0.0.1:" + server.port() + "/v1");
        Function<String, Optional<String>> variables = name -> Optional.ofNullable(environment.get(name));
        AccessSettings settings = new AccessSettings(
                Online.AUTO,
                false,
                false,
                false,
                false,
                Duration.ofSeconds(5),
                Duration.ofHours(1),
                Duration.ofDays(30),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Run.TODAY,
                "0.1.0-TEST",
                Clock.fixed(Run.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
        Surroundings surroundings = new Surroundings(
                variables, name -> Optional.empty(), id -> Optional.empty(), module -> Optional.empty());
        return new AccessService(
                        settings, surroundings, url -> Optional.empty(), JsonCatalogue::bundled, TABLE, new ListMemo())
                .book(inventory);
    }
}
