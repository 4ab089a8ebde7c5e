package dev.keyguard.access;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says in one sentence why a question got no answer. */
final class NetworkFailure {
    private static final String PROXY = "407";

    private final ListQuestion question;

    NetworkFailure(ListQuestion question) {
        this.question = question;
    }

    String sentence(IOException failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse("");
        if (failure instanceof Exchange.AnswerTooLarge) {
            return message;
        }
        if (failure instanceof UnknownHostException) {
            return question.url().host() + " cannot be resolved"
                    + question.proxy()
                            .map(proxy -> " (or the proxy " + proxy.host() + ")")
                            .orElse("");
        }
        if (failure instanceof SSLPeerUnverifiedException) {
            return "TLS: the certificate is not for " + question.url().host();
        }
        if (failure instanceof SSLException) {
            return "TLS: " + question.scrubber().scrub(message);
        }
        if (failure instanceof InterruptedIOException) {
            return "no complete answer within " + seconds();
        }
        if (failure instanceof ConnectException) {
            return "nothing accepts connections at " + question.url().host() + ":"
                    + question.url().port();
        }
        if (message.contains(PROXY) || message.contains("authenticate with proxy")) {
            return "the proxy asks for a user and password";
        }
        return "the connection broke off: " + question.scrubber().scrub(message);
    }

    private String seconds() {
        long millis = question.timeout().toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
