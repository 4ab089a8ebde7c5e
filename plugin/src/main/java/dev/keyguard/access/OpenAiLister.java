package dev.keyguard.access;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.core.Timeout;
import com.openai.core.http.ProxyAuthenticator;
import com.openai.errors.OpenAIException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Asks through openai-java. Redirects are not followed; repeating is done here so that it ends within the time-out; the
 * answer is read as it came ({@link Exchange}), because the library's own types throw on what gateways send.
 */
final class OpenAiLister implements ModelLister {
    private static final int TRIES = 3;
    private static final int MOST_PAGES = 20;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final AnswerReader reader;

    OpenAiLister(RefusalClassifier classifier) {
        this.reader = new AnswerReader(classifier);
    }

    @Override
    public ListAnswer list(ListQuestion question) {
        Deadline deadline = Deadline.in(question.timeout());
        SortedMap<String, ModelEntry> all = new TreeMap<>();
        Optional<String> next = Optional.empty();
        Optional<String> requestId = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            Target target = Target.list(question, next);
            Reply reply = ask(question, target, deadline);
            ListAnswer answer = reply.answer(raw -> reader.list(raw, question.scrubber()));
            if (!(answer instanceof ListAnswer.Listed listed)) {
                return answer;
            }
            all.putAll(listed.models());
            requestId = listed.requestId();
            Optional<ProviderProfile.Paging> pages = question.profile().paging();
            next = pages.flatMap(paging -> reply.raw().flatMap(raw -> reader.next(raw, paging)));
            if (next.isEmpty()) {
                return new ListAnswer.Listed(all, requestId, pages.isPresent() || listed.whole());
            }
        }
        return new ListAnswer.Listed(all, requestId, false);
    }

    @Override
    public ListAnswer retrieve(ListQuestion question, String model) {
        return ask(question, Target.model(question, model), Deadline.in(question.timeout()))
                .answer(raw -> reader.one(raw, model, question.profile(), question.scrubber()));
    }

    @Override
    public ListAnswer probe(ListQuestion question, Wanted wanted, Probe probe) {
        Target target = Target.probe(question, wanted.model(), probe);
        // once: who pays for an answer does not want to pay for the next try, too
        return once(question, new Exchange(question, target), Deadline.in(question.timeout()))
                .answer(raw -> reader.probe(raw, wanted.model(), question.scrubber()));
    }

    @Override
    public PermissionsAnswer permissions(ListQuestion question, String project) {
        Reply reply = ask(question, Target.permissions(question, project), Deadline.in(question.timeout()));
        return reply.raw()
                .map(raw -> reader.permissions(raw, project, question.scrubber()))
                .orElseGet(() -> PermissionsAnswer.failed(reply.failure()));
    }

    @Override
    public void warmUp() {
        ListQuestion question = new ListQuestion(
                Optional.empty(),
                BaseUrl.parse("https://rehearsal.invalid/v1").orElseThrow(),
                ProviderProfiles.load().compatible(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(1));
        once(
                question,
                Exchange.rehearsal(question, Target.list(question, Optional.empty())),
                Deadline.in(question.timeout()));
    }

    @Override
    public void close() {
        // a client lives as long as its question
    }

    private Reply ask(ListQuestion question, Target target, Deadline deadline) {
        Exchange exchange = new Exchange(question, target);
        Reply last = Reply.failed("there was no time to ask");
        for (int attempt = 0; attempt < TRIES && !deadline.past(); attempt++) {
            last = once(question, exchange, deadline);
            Optional<Duration> pause = last.pause(PAUSE.multipliedBy(attempt + 1L), OpenAiLister::passing);
            if (pause.isEmpty() || !deadline.sleep(pause.get())) {
                return last;
            }
        }
        return last;
    }

    private static boolean passing(int status) {
        return status == REQUEST_TIMEOUT || status == TOO_MANY || status >= SERVER_ERROR;
    }

    private static Reply once(ListQuestion question, Exchange exchange, Deadline deadline) {
        Duration left = deadline.left();
        OpenAIClient client = client(question, exchange, left);
        try {
            client.models().withRawResponse().list().close();
        } catch (OpenAIException e) {
            // the exchange has what was answered; the exception would hold the provider's words unscrubbed
            if (exchange.answer().isEmpty()) {
                return Reply.failed(new NetworkFailure(question).sentence(cause(e)));
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Reply.failed("the request cannot be built from that key and URL");
        } finally {
            client.close();
        }
        return exchange.answer().map(Reply::of).orElseGet(() -> Reply.failed("there was no answer"));
    }

    private static IOException cause(OpenAIException e) {
        return e.getCause() instanceof IOException io ? io : new IOException("the client library gave up");
    }

    private static OpenAIClient client(ListQuestion question, Exchange exchange, Duration left) {
        exchange.reset();
        OpenAIOkHttpClient.Builder builder = OpenAIOkHttpClient.builder()
                .baseUrl(question.url().text())
                .apiKey(question.key().map(SecretKey::reveal).orElse("none"))
                .organization(question.organization())
                .project(question.project())
                .followRedirects(false)
                .maxRetries(0)
                .logLevel(LogLevel.OFF)
                .disableTelemetry(true)
                .checkJacksonVersionCompatibility(false)
                .timeout(Timeout.builder()
                        .connect(left)
                        .read(left)
                        .write(left)
                        .request(left)
                        .build())
                .addInterceptor(exchange);
        question.proxy().ifPresent(server -> {
            builder.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(server.host(), server.port())));
            server.user()
                    .ifPresent(user -> builder.proxyAuthenticator(once(ProxyAuthenticator.basic(
                            user, server.password().map(SecretKey::reveal).orElse("")))));
        });
        return builder.build();
    }

    /** A proxy that refuses the password is not told it again; the library's own would go on for twenty times. */
    private static ProxyAuthenticator once(ProxyAuthenticator basic) {
        return (proxy, request, response) ->
                request.headers().values("Proxy-Authorization").isEmpty()
                        ? basic.authenticate(proxy, request, response)
                        : Optional.empty();
    }
}
