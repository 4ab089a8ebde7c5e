package dev.keyguard.access;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.keyguard.access.AccessAnswer.State;
import dev.keyguard.access.Refusal.Meaning;
import dev.keyguard.usage.Reference;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real server on the loopback, reached as an application would reach it: through OPENAI_BASE_URL. */
final class ReplayTest {
    private static final String KEY = "OPENAI_API_KEY";
    private static final String CANARY = "sk-fake-canary-7f3a9b2c1d0e";
    private static WireMockServer server;

    private final Sample sample = new Sample();

    @BeforeAll
    static void start() {
        server = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void clean() {
        server.resetAll();
        sample.environment.put(KEY, CANARY);
        sample.environment.put("OPENAI_BASE_URL", "http://127.0.0.1:" + server.port() + "/v1");
    }

    static List<RefusalClassifierTest.Recorded> recorded() throws IOException {
        return RefusalClassifierTest.recorded();
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("recorded")
    void eachRefusalToEveryRequestGivesItsMeaningAndNothingElse(RefusalClassifierTest.Recorded recorded) {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(recorded.status()).withBody(recorded.body())));
        Reference reference = sample.uses("gpt-4o", KEY);
        AccessBook book = sample.book();
        AccessAnswer answer = book.answerFor(reference).orElseThrow();
        assertThat(answer.state()).isEqualTo(State.REFUSED);
        Refusal refusal = answer.refusal().orElseThrow();
        assertThat(refusal.meaning()).isEqualTo(Meaning.valueOf(recorded.verdict()));
        boolean unavailable = switch (refusal.meaning()) {
            case KEY_INVALID,
                    KEY_SCOPE,
                    MODEL_DENIED,
                    PROJECT_BLOCKED,
                    MODEL_UNKNOWN,
                    MODEL_UNKNOWN_OR_DENIED,
                    MODEL_GONE -> true;
            default -> false;
        };
        assertThat(book.accessOf(reference) instanceof Access.Unavailable).isEqualTo(unavailable);
        assertThat(book.accessOf(reference)).isNotInstanceOf(Access.Available.class);
    }

    @Test
    void eachKeyHasItsOwnListAndIsAskedOnce() {
        for (String who : List.of("alpha", "beta")) {
            server.stubFor(get(urlEqualTo("/v1/models"))
                    .withHeader("Authorization", equalTo("Bearer sk-fake-" + who))
                    .willReturn(okJson("{\"object\":\"list\",\"data\":[{\"id\":\"gpt-6-luna\"}"
                            + (who.equals("alpha") ? ",{\"id\":\"gpt-4o\"}" : "") + "]}")));
        }
        String gateway = "http://127.0.0.1:" + server.port() + "/v1";
        for (String who : List.of("ALPHA", "BETA")) {
            sample.environment.put(who + "_KEY", "sk-fake-" + who.toLowerCase(java.util.Locale.ROOT));
            sample.service(gateway, who + "_KEY");
        }
        Reference alpha = sample.uses("gpt-4o", "ALPHA_KEY");
        Reference beta = sample.uses("gpt-4o", "BETA_KEY");
        AccessBook book = sample.book();
        assertThat(book.accessOf(alpha)).isInstanceOf(Access.Available.class);
        assertThat(book.accessOf(beta))
                .isInstanceOfSatisfying(
                        Access.Unavailable.class, a -> assertThat(a.cause()).isEqualTo(Access.Cause.NOT_ACCESSIBLE));
        sample.book();
        server.verify(2, getRequestedFor(urlEqualTo("/v1/models")));
        server.verify(1, getRequestedFor(urlEqualTo("/v1/models/gpt-4o")));
    }

    @Test
    void organizationAndProjectGoWithTheKeyOfFromEnv() {
        server.stubFor(get(urlEqualTo("/v1/models")).willReturn(okJson("{\"data\":[{\"id\":\"gpt-4o\"}]}")));
        sample.environment.put("TEAM_ORG", "org-fake");
        Reference reference = sample.uses(
                "gpt-4o",
                Optional.of(KEY),
                "openai-java",
                new dev.keyguard.usage.Endpoint(
                        "openai",
                        true,
                        Optional.empty(),
                        Optional.of("TEAM_ORG"),
                        Optional.of("proj_fake"),
                        Optional.empty()));
        assertThat(sample.book().accessOf(reference)).isInstanceOf(Access.Available.class);
        server.verify(getRequestedFor(urlEqualTo("/v1/models"))
                .withHeader("OpenAI-Organization", equalTo("org-fake"))
                .withHeader("OpenAI-Project", equalTo("proj_fake")));
    }

    @Test
    void aRealRequestIsPostedWithTheKeyAndTheLimitAndNothingElseIsPosted() {
        sample.probe = true;
        server.stubFor(
                get(urlEqualTo("/v1/models"))
                        .willReturn(
                                okJson(
                                        "{\"data\":[{\"id\":\"gpt-4o\"},{\"id\":\"gpt-4.1\"},{\"id\":\"gpt-image-2\"},{\"id\":\"text-embedding-3-small\"}]}")));
        server.stubFor(post(urlEqualTo("/v1/chat/completions"))
                .withRequestBody(matchingJsonPath("$.model", equalTo("gpt-4o")))
                .willReturn(okJson("{\"id\":\"chatcmpl-1\",\"choices\":[]}")));
        server.stubFor(post(urlEqualTo("/v1/chat/completions"))
                .withRequestBody(matchingJsonPath("$.model", equalTo("gpt-4.1")))
                .willReturn(aResponse().withStatus(403).withBody("""
                        {"error":{"message":"Project `proj_fake` does not have access to model `gpt-4.1-2025-04-14`","code":"model_not_found"}}""")));
        server.stubFor(post(urlEqualTo("/v1/embeddings")).willReturn(okJson("{\"data\":[]}")));
        Reference works = sample.uses("gpt-4o", KEY);
        Reference refused = sample.uses("gpt-4.1", KEY);
        Reference image = sample.usesFor("image", "gpt-image-2", KEY);
        Reference embedding = sample.usesFor("embedding", "text-embedding-3-small", KEY);
        AccessBook book = sample.book();
        assertThat(book.accessOf(works).reason()).contains("answered a real request");
        assertThat(book.accessOf(refused))
                .isInstanceOfSatisfying(
                        Access.Unavailable.class, a -> assertThat(a.cause()).isEqualTo(Access.Cause.NOT_ACCESSIBLE));
        assertThat(book.accessOf(image)).isInstanceOf(Access.Available.class);
        assertThat(book.accessOf(embedding).reason()).contains("answered a real request");
        server.verify(3, postRequestedFor(anyUrl()));
        server.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/chat/completions"))
                        .withHeader("Authorization", equalTo("Bearer " + CANARY))
                        .withHeader("Content-Type", containing("application/json"))
                        .withRequestBody(equalToJson("""
                                {"model":"gpt-4o","messages":[{"role":"user","content":"x"}],"max_tokens":1}""")));
    }

    @Test
    void theProjectsOwnListExplainsARefusal() {
        String admin = "sk-admin-fakeFakeFake7f3a9b2c1d0e";
        sample.admin = true;
        sample.environment.put("OPENAI_ADMIN_KEY", admin);
        sample.environment.put("OPENAI_PROJECT_ID", "proj_fake");
        server.stubFor(get(urlEqualTo("/v1/models")).willReturn(okJson("{\"data\":[{\"id\":\"gpt-4.1\"}]}")));
        server.stubFor(
                get(urlEqualTo("/v1/organization/projects/proj_fake/model_permissions"))
                        .withHeader("Authorization", equalTo("Bearer " + admin))
                        .willReturn(
                                okJson(
                                        "{\"object\":\"project.model_permissions\",\"mode\":\"deny_list\",\"model_ids\":[\"gpt-4o\"]}")));
        Reference denied = sample.uses("gpt-4o", KEY);
        sample.uses("gpt-4.1", KEY);

        // the endpoint may be sent the other key, but nobody named it for this one
        AccessBook wary = sample.book();
        assertThat(wary.answers().get(0).notes()).singleElement().asString().contains("was not sent to 127.0.0.1");
        server.verify(0, getRequestedFor(anyUrl()).withHeader("Authorization", containing(admin)));

        sample.memo = new ListMemo();
        sample.service("http://127.0.0.1:" + server.port() + "/v1", "OPENAI_ADMIN_KEY");
        AccessBook book = sample.book();
        assertThat(book.accessOf(denied).reason()).contains("the deny list of project proj_fake names it");
        server.verify(
                1,
                getRequestedFor(urlEqualTo("/v1/organization/projects/proj_fake/model_permissions"))
                        .withHeader("Authorization", equalTo("Bearer " + admin)));

        sample.memo = new ListMemo();
        sample.admin = false;
        assertThat(sample.book().accessOf(denied).reason()).doesNotContain("deny list");
    }

    @Test
    void theKeyIsNowhereEvenIfTheServerEchoesIt() {
        for (int status : new int[] {200, 400, 401, 403, 404, 418, 429, 500}) {
            server.resetAll();
            server.stubFor(any(anyUrl())
                    .willReturn(aResponse()
                            .withStatus(status)
                            .withHeader("x-request-id", CANARY)
                            .withBody("{\"error\":{\"message\":\"no " + CANARY + " here\",\"code\":\"" + CANARY
                                    + "\",\"type\":\"" + CANARY + "\"}}")));
            sample.memo = new ListMemo();
            sample.timeout = java.time.Duration.ofSeconds(2);
            sample.uses("gpt-4o", KEY);
            AccessBook book = sample.book();
            String all = book.answers().toString()
                    + sample.references.stream().map(book::accessOf).toList();
            assertThat(all).doesNotContain("canary", "7f3a9b2c");
        }
    }
}
