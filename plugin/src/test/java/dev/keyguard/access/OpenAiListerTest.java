package dev.keyguard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What providers and networks do to a question. Every case ends by itself, well within the time a test may take. */
@Timeout(30)
final class OpenAiListerTest {
    private static final String CANARY = "sk-fake-canary-7f3a9b2c1d0e";
    private static final String PASSWORD = "changeit";
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final ProviderProfiles profiles = ProviderProfiles.load();
    private final ModelLister lister = new OpenAiLister(RefusalClassifier.load());

    private ListQuestion question(String url) {
        return question(url, profiles.compatible());
    }

    private ListQuestion question(String url, ProviderProfile profile) {
        return new ListQuestion(
                Optional.of(SecretKey.of(CANARY)),
                BaseUrl.parse(url).orElseThrow(),
                profile,
                Optional.of("org-fake"),
                Optional.empty(),
                Optional.empty(),
                PATIENCE);
    }

    private ListAnswer list(Faulty.Behaviour behaviour) throws IOException {
        try (Faulty server = new Faulty(behaviour)) {
            return lister.list(question(server.url()));
        }
    }

    private static Map<String, ModelEntry> models(ListAnswer answer) {
        assertThat(answer).isInstanceOf(ListAnswer.Listed.class);
        return ((ListAnswer.Listed) answer).models();
    }

    private static String reason(ListAnswer answer) {
        assertThat(answer).isInstanceOf(ListAnswer.Unreachable.class);
        assertThat(answer.toString()).doesNotContain("canary").doesNotContain("\tat ");
        return ((ListAnswer.Unreachable) answer).reason();
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(
                        "{\"object\":\"list\",\"data\":[{\"id\":\"a\",\"object\":\"model\",\"created\":1,\"owned_by\":\"x\"},{\"id\":\"b\"}]}"),
                Arguments.of(
                        "{\"data\":[{\"id\":\"a\",\"created\":null,\"shutdown_date\":null},{\"id\":\"b\",\"nonsense\":{}}]}"),
                Arguments.of("[{\"id\":\"a\"},{\"id\":\"b\"}]"),
                Arguments.of("{\"models\":[{\"name\":\"a\"},{\"name\":\"b\"}]}"),
                Arguments.of("{\"models\":[\"a\",\"b\"]}"),
                Arguments.of("{\"data\":[{\"id\":\"a\",\"aliases\":[\"b\"]},{\"id\":null},{},null,7]}"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readsEveryFormOfList(String body) throws IOException {
        assertThat(models(list(Faulty.says(200, "", body)))).containsOnlyKeys("a", "b");
    }

    @Test
    void keepsShutdownDates() throws IOException {
        Map<String, ModelEntry> models = models(
                list(
                        Faulty.says(
                                200,
                                "",
                                "{\"data\":[{\"id\":\"a\",\"shutdown_date\":\"2027-01-14\"},{\"id\":\"b\",\"shutdown_date\":\"soon, honestly\"}]}")));
        assertThat(models.get("a").shutdown()).contains(LocalDate.of(2027, 1, 14));
        assertThat(models.get("b").shutdown()).isEmpty();
    }

    @Test
    void sendsKeyAndOrganizationAndAsksOnce() throws IOException {
        try (Faulty server = new Faulty(Faulty.says(200, "", "{\"data\":[]}"))) {
            assertThat(models(lister.list(question(server.url())))).isEmpty();
            assertThat(server.requests()).hasSize(1);
            assertThat(server.requests().get(0))
                    .startsWith("GET /v1/models HTTP/1.1")
                    .containsIgnoringCase("Authorization: Bearer " + CANARY)
                    .containsIgnoringCase("OpenAI-Organization: org-fake");
        }
    }

    @Test
    void followsTheProfilesHeaderAndPaging() throws IOException {
        Faulty.Behaviour pages = new Faulty.Behaviour() {
            private int page;

            @Override
            public void answer(OutputStream out, java.net.Socket socket) throws Exception {
                page++;
                String body = page == 1
                        ? "{\"data\":[{\"id\":\"a\"}],\"has_more\":true,\"last_id\":\"a\"}"
                        : "{\"data\":[{\"id\":\"b\"}],\"has_more\":false,\"last_id\":\"b\"}";
                Faulty.says(200, "", body).answer(out, socket);
            }
        };
        try (Faulty server = new Faulty(pages)) {
            ProviderProfile anthropic = profiles.named("anthropic").orElseThrow();
            assertThat(models(lister.list(question(server.url(), anthropic)))).containsOnlyKeys("a", "b");
            assertThat(server.requests().get(0))
                    .startsWith("GET /v1/models?limit=1000 HTTP")
                    .containsIgnoringCase("x-api-key: " + CANARY)
                    .containsIgnoringCase("anthropic-version: 2023-06-01")
                    .doesNotContainIgnoringCase("Authorization");
            assertThat(server.requests().get(1)).startsWith("GET /v1/models?limit=1000&after_id=a HTTP");
        }
    }

    @Test
    void asksForOneModelByName() throws IOException {
        try (Faulty server = new Faulty(Faulty.says(200, "", "{\"id\":\"vendor/a b:c\",\"object\":\"model\"}"))) {
            assertThat(models(lister.retrieve(question(server.url()), "vendor/a b:c")))
                    .containsOnlyKeys("vendor/a b:c");
            assertThat(server.requests().get(0)).startsWith("GET /v1/models/vendor%2Fa%20b:c HTTP");
            assertThat(lister.retrieve(question(server.url()), "other")).isInstanceOf(ListAnswer.Refused.class);
        }
    }

    @Test
    void refusesAreClassifiedAndScrubbedAlsoWhenTheKeyIsEchoed() throws IOException {
        ListAnswer answer = list(Faulty.says(
                401,
                "x-request-id: req_1\r\n",
                "{\"error\":{\"message\":\"Incorrect API key provided: " + CANARY
                        + ".\",\"code\":\"invalid_api_key\"}}"));
        assertThat(answer).isInstanceOfSatisfying(ListAnswer.Refused.class, refused -> {
            assertThat(refused.refusal().meaning()).isEqualTo(Refusal.Meaning.KEY_INVALID);
            assertThat(refused.requestId()).contains("req_1");
        });
        assertThat(answer.toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"{\"object\":\"list\",\"data\":null}", "{}", "{\"data\":{}}", "null", "7"})
    void noListIsNoEmptyList(String body) throws IOException {
        assertThat(list(Faulty.says(200, "", body)))
                .isInstanceOfSatisfying(
                        ListAnswer.Refused.class,
                        refused -> assertThat(refused.refusal().meaning()).isEqualTo(Refusal.Meaning.LIST_UNAVAILABLE));
    }

    @Test
    void aWebPageIsNoList() throws IOException {
        assertThat(list(Faulty.says(200, "", "<!DOCTYPE html><title>Sign in</title>")))
                .isInstanceOfSatisfying(
                        ListAnswer.Refused.class,
                        refused -> assertThat(refused.refusal().meaning()).isEqualTo(Refusal.Meaning.EDGE_BLOCK));
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(reason(lister.list(question("http://127.0.0.1:" + port)))).contains("nothing accepts connections");
    }

    @Test
    void theHostDoesNotExist() {
        assertThat(reason(lister.list(question("http://keyguard.invalid/v1")))).contains("cannot be resolved");
    }

    @Test
    void resetInTheMiddle() throws IOException {
        assertThat(reason(list((out, socket) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"data\":["
                            .getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    socket.setSoLinger(true, 0);
                })))
                .contains("broke off");
    }

    @Test
    void slowHeaders() throws IOException {
        assertThat(reason(list((out, socket) -> Thread.sleep(60_000)))).contains("no complete answer within 1500 ms");
    }

    @Test
    void slowBody() throws IOException {
        assertThat(reason(list((out, socket) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        out.write(' ');
                        out.flush();
                        Thread.sleep(50);
                    }
                })))
                .contains("no complete answer within 1500 ms");
    }

    /** How much an endless or huge answer may send before nobody reads on: the bound, and what lies in buffers. */
    private static final long MOST_SENT = 64L * 1024 * 1024;

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "200 OK, ",
        "200 OK, Content-Length: 1073741824",
        "403 No, Content-Length: 1073741824",
        "403 No, Transfer-Encoding: chunked"
    })
    void anAnswerWithoutEndOrOfAGigabyteIsNotReadToTheEnd(String status, String length) throws Exception {
        byte[] block = new byte[64 * 1024];
        java.util.Arrays.fill(block, (byte) ' ');
        boolean chunked = length != null && length.endsWith("chunked");
        AtomicLong sent = new AtomicLong();
        CountDownLatch over = new CountDownLatch(1);
        assertThat(reason(list((out, socket) -> {
                    try {
                        String head = "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n"
                                + (length == null ? "" : length + "\r\n") + "\r\n";
                        out.write(head.getBytes(StandardCharsets.US_ASCII));
                        while (sent.get() < 1L << 30) {
                            out.write((chunked ? "10000\r\n" : "").getBytes(StandardCharsets.US_ASCII));
                            out.write(block);
                            out.write((chunked ? "\r\n" : "").getBytes(StandardCharsets.US_ASCII));
                            sent.addAndGet(block.length);
                        }
                    } finally {
                        over.countDown();
                    }
                })))
                .containsAnyOf("too large", "no complete answer");
        assertThat(over.await(20, TimeUnit.SECONDS))
                .as("the connection was closed")
                .isTrue();
        assertThat(sent).hasValueLessThan(MOST_SENT);
    }

    @Test
    void aBombIsBoundedToo() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            byte[] block = new byte[1024 * 1024];
            for (int i = 0; i < 64; i++) {
                zip.write(block);
            }
        }
        assertThat(reason(list((out, socket) -> {
                    out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\nContent-Length: "
                                    + packed.size() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    out.write(packed.toByteArray());
                    out.flush();
                })))
                .contains("too large");
    }

    @Test
    void aPackedListUnderAWrongNameIsAList() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write("{\"data\":[{\"id\":\"a\"}]}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(models(list((out, socket) -> {
                    out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
                                    + "Connection: close\r\nContent-Length: " + packed.size() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    out.write(packed.toByteArray());
                    out.flush();
                })))
                .containsOnlyKeys("a");
    }

    @Test
    void gettingReadyGoesNowhere() {
        lister.warmUp();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"", "{\"data\":[{\"id\":\"gpt-4o\"", "not json", "{\"data\":[}"})
    void brokenJson(String body) throws IOException {
        assertThat(reason(list(Faulty.says(200, "", body)))).contains("cut off or no JSON");
    }

    @Test
    void tooManyRequestsIsAskedAgainAndPasses() throws IOException {
        Faulty.Behaviour second = new Faulty.Behaviour() {
            private int asked;

            @Override
            public void answer(OutputStream out, java.net.Socket socket) throws Exception {
                boolean first = asked++ == 0;
                Faulty.says(
                                first ? 429 : 200,
                                first ? "Retry-After: 0.1\r\n" : "",
                                first
                                        ? "{\"error\":{\"message\":\"Rate limit reached\"}}"
                                        : "{\"data\":[{\"id\":\"a\"}]}")
                        .answer(out, socket);
            }
        };
        assertThat(models(list(second))).containsOnlyKeys("a");
    }

    @Test
    void aLongRetryAfterIsNotWaitedFor() throws IOException {
        try (Faulty server = new Faulty(
                Faulty.says(429, "Retry-After: 3600\r\n", "{\"error\":{\"message\":\"Rate limit reached\"}}"))) {
            assertThat(reason(lister.list(question(server.url())))).contains("HTTP 429: Rate limit reached");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aStormOfErrorsEnds() throws IOException {
        try (Faulty server = new Faulty(Faulty.says(500, "", "oops"))) {
            assertThat(reason(lister.list(question(server.url())))).isEqualTo("it answers with HTTP 500: oops");
            assertThat(server.requests()).hasSizeBetween(2, 3);
        }
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        try (Faulty other = new Faulty(Faulty.says(200, "", "{\"data\":[{\"id\":\"a\"}]}"));
                Faulty server = new Faulty(
                        Faulty.says(302, "Location: " + other.url() + "/models?key=" + CANARY + "\r\n", ""))) {
            assertThat(reason(lister.list(question(server.url())))).contains("redirect", "not followed");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void aProxyThatAsksForAPassword() throws IOException {
        try (Faulty proxy = new Faulty(Faulty.says(407, "Proxy-Authenticate: Basic realm=\"x\"\r\n", ""))) {
            ProxyServer server = new ProxyServer("127.0.0.1", proxy.port(), Optional.empty(), Optional.empty());
            for (String url : new String[] {"http://gateway.invalid/v1", "https://gateway.invalid/v1"}) {
                ListQuestion question = new ListQuestion(
                        Optional.of(SecretKey.of(CANARY)),
                        BaseUrl.parse(url).orElseThrow(),
                        profiles.compatible(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(server),
                        PATIENCE);
                assertThat(reason(lister.list(question))).isEqualTo("the proxy asks for a user and password");
            }
        }
    }

    @Test
    void aProxyIsSignedInTo() throws IOException {
        Faulty.Behaviour behaviour = new Faulty.Behaviour() {
            private int asked;

            @Override
            public void answer(OutputStream out, java.net.Socket socket) throws Exception {
                boolean first = asked++ == 0;
                Faulty.says(
                                first ? 407 : 200,
                                first ? "Proxy-Authenticate: Basic realm=\"x\"\r\n" : "",
                                "{\"data\":[{\"id\":\"a\"}]}")
                        .answer(out, socket);
            }
        };
        try (Faulty proxy = new Faulty(behaviour)) {
            ListQuestion question = new ListQuestion(
                    Optional.of(SecretKey.of(CANARY)),
                    BaseUrl.parse("http://gateway.invalid/v1").orElseThrow(),
                    profiles.compatible(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new ProxyServer(
                            "127.0.0.1",
                            proxy.port(),
                            Optional.of("user"),
                            Optional.of(SecretKey.of("fake-password")))),
                    PATIENCE);
            assertThat(models(lister.list(question))).containsOnlyKeys("a");
            assertThat(proxy.requests().get(1)).containsIgnoringCase("Proxy-Authorization: Basic ");
        }
    }

    @Test
    void aCertificateForAnotherName(@TempDir Path folder) throws Exception {
        Path store = certificate(folder);
        Map<String, String> trusted = Map.of(
                "javax.net.ssl.trustStore",
                store.toString(),
                "javax.net.ssl.trustStoreType",
                "PKCS12",
                "javax.net.ssl.trustStorePassword",
                PASSWORD);
        Map<String, String> before = new HashMap<>();
        trusted.keySet().forEach(name -> before.put(name, System.getProperty(name)));
        trusted.forEach(System::setProperty);
        try (Faulty server = tls(store)) {
            assertThat(reason(lister.list(question("https://localhost:" + server.port() + "/v1"))))
                    .isEqualTo("TLS: the certificate is not for localhost");
            assertThat(server.requests()).noneMatch(request -> request.contains(CANARY));
        } finally {
            before.forEach((name, value) -> {
                if (value == null) {
                    System.clearProperty(name);
                } else {
                    System.setProperty(name, value);
                }
            });
        }
    }

    @Test
    void aCertificateThatNobodySigned(@TempDir Path folder) throws Exception {
        try (Faulty server = tls(certificate(folder))) {
            assertThat(reason(lister.list(question("https://localhost:" + server.port() + "/v1"))))
                    .startsWith("TLS: ")
                    .contains("certification path");
            assertThat(server.requests()).noneMatch(request -> request.contains(CANARY));
        }
    }

    private static Faulty tls(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new Faulty(
                Faulty.says(200, "", "{\"data\":[]}"),
                context.getServerSocketFactory().createServerSocket(0));
    }

    /** A key store with a certificate for a host of another name. */
    private static Path certificate(Path folder) throws Exception {
        Path store = folder.resolve("server.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Assumptions.assumeTrue(Files.isExecutable(keytool), "no keytool in this JDK");
        int made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "x",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=other.invalid",
                        "-ext",
                        "san=dns:other.invalid",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        Assumptions.assumeTrue(made == 0, "keytool made no certificate");
        return store;
    }
}
