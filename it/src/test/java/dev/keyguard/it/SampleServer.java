package dev.keyguard.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The {@link ModelServer} that the build starts, as a process, for the samples that invoker runs, and stops after. */
public final class SampleServer {
    private static final int TRIES = 300;

    private SampleServer() {}

    /**
     * {@code serve PORT} runs it, {@code await PORT} returns when it is there, {@code stop PORT} ends it.
     *
     * @throws IOException if it is not there, for half a minute with {@code await}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = Integer.parseInt(arguments[1]);
        switch (arguments[0]) {
            case "serve" -> new ModelServer(port);
            case "await" -> await(port);
            default -> post(port, "shutdown");
        }
    }

    private static void await(int port) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                post(port, "requests/reset");
                return;
            } catch (IOException notYet) {
                if (tries == TRIES) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    private static void post(int port, String what) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/__admin/" + what))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }
}
