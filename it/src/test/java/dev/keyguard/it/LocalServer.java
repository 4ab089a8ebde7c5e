package dev.keyguard.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server of somebody else's, run as a process of its own on the loopback; ends with {@link #close}. */
final class LocalServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final long SECONDS_TO_END = 10;

    private final String name;
    private final int port;
    private final Path log;
    private final Process process;

    private LocalServer(String name, int port, Path log, Process process) {
        this.name = name;
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts it and waits until that path answers with any status.
     *
     * @param log what it prints
     * @throws IOException if it ends or does not answer; the message holds its log
     */
    static LocalServer start(
            String name, int port, Path folder, Path log, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> variable.matches("(?i).*(API_KEY|BASE_URL).*"));
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(log.toFile()).start();
        process.getOutputStream().close();
        LocalServer server = new LocalServer(name, port, log, process);
        // also if the tests are broken off
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.await();
        return server;
    }

    /** Without path. */
    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What it printed so far. */
    String log() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    /** Asks it past keyguard. */
    HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return send(request(path, key).build());
    }

    /** Asks it past keyguard. */
    HttpResponse<String> post(String path, String key, String json) throws IOException, InterruptedException {
        return send(request(path, key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(SECONDS_TO_END))
                .header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void await() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(START);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            try {
                get("/", "sk-fake-is-it-there");
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        close();
        throw new IOException(name + " does not answer at " + url() + ":\n" + log());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
