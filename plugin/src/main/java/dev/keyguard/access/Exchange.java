package dev.keyguard.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * Stands between openai-java and the network: sends the key in the header the provider wants and to the path the profile
 * names, reads the answer up to a bound and keeps it as it came.
 */
final class Exchange implements Interceptor {
    /** The longest public list today (OpenRouter's) has half a megabyte. */
    private static final long LARGEST = 20L * 1024 * 1024;

    private static final int OK = 200;
    private static final String AUTHORIZATION = "Authorization";

    private final ListQuestion question;
    private final Target target;
    private final boolean rehearsal;
    private volatile Optional<RawAnswer> answer = Optional.empty();

    Exchange(ListQuestion question, Target target) {
        this(question, target, false);
    }

    private Exchange(ListQuestion question, Target target, boolean rehearsal) {
        this.question = question;
        this.target = target;
        this.rehearsal = rehearsal;
    }

    /** One that goes nowhere: it answers itself, with an empty list. */
    static Exchange rehearsal(ListQuestion question, Target target) {
        return new Exchange(question, target, true);
    }

    /** What came back, if anything did. */
    Optional<RawAnswer> answer() {
        return answer;
    }

    void reset() {
        answer = Optional.empty();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = rehearsal ? empty(chain.request()) : chain.proceed(addressed(chain.request()));
        String body = bounded(response, chain.call());
        answer = Optional.of(new RawAnswer(
                response.code(),
                body,
                Optional.ofNullable(response.header("x-request-id"))
                        .map(id -> question.scrubber().scrub(id)),
                Optional.ofNullable(response.header("Retry-After")),
                Optional.ofNullable(response.header("Location"))));
        // openai-java need not look at it
        return response.newBuilder()
                .body(ResponseBody.create("{}", MediaType.get("application/json")))
                .build();
    }

    private static Response empty(Request request) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(OK)
                .message("")
                .body(ResponseBody.create("{\"data\":[]}", MediaType.get("application/json")))
                .build();
    }

    private Request addressed(Request request) {
        ProviderProfile.Auth auth = question.profile().auth();
        Request.Builder builder = request.newBuilder().url(target.url()).removeHeader(AUTHORIZATION);
        question.key().ifPresent(key -> builder.header(auth.header(), auth.prefix() + key.reveal()));
        for (Map.Entry<String, String> extra : auth.extra().entrySet()) {
            builder.header(extra.getKey(), extra.getValue());
        }
        target.json().ifPresent(json -> builder.post(RequestBody.create(json, MediaType.get("application/json"))));
        return builder.build();
    }

    private static String bounded(Response response, Call call) throws IOException {
        ResponseBody body = response.body();
        if (body == null) {
            return "";
        }
        try (BufferedSource source = body.source()) {
            if (source.request(LARGEST)) {
                // else closing would read on for a while, to use the connection again
                call.cancel();
                throw new AnswerTooLarge();
            }
            return source.readString(StandardCharsets.UTF_8);
        }
    }

    /** More than a list of models can have. */
    static final class AnswerTooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        AnswerTooLarge() {
            super("the answer is too large for a list of models");
        }
    }
}
