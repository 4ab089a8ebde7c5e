package dev.keyguard.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The editor's side of the language-server protocol, over the standard streams of a server's process. */
final class LanguageServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS_TO_ANSWER = 180;

    private final Process process;
    private final Path transcript;
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final Map<String, List<JsonNode>> diagnostics = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private int lastId;

    private LanguageServer(Process process, Path transcript) {
        this.process = process;
        this.transcript = transcript;
    }

    /**
     * Starts a server.
     *
     * @param transcript gets the diagnostics and the server's log, a line each
     */
    static LanguageServer start(List<String> command, Map<String, String> environment, Path transcript)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.matches("(?i).*(API_KEY|BASE_URL|MAVEN).*"));
        builder.environment().putAll(environment);
        Files.deleteIfExists(transcript);
        builder.redirectError(transcript.resolveSibling("server.log").toFile());
        LanguageServer server = new LanguageServer(builder.start(), transcript);
        Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroyForcibly));
        Thread reader = new Thread(server::read, "language server");
        reader.setDaemon(true);
        reader.start();
        return server;
    }

    /** Sends a request and waits for its answer. */
    JsonNode ask(String method, Object parameters) throws Exception {
        int id = ++lastId;
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        send(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", parameters));
        return answer.get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
    }

    void tell(String method, Object parameters) throws IOException {
        send(Map.of("jsonrpc", "2.0", "method", method, "params", parameters));
    }

    /** Waits until it has built the projects: then it asks to be told of files that change. */
    void awaitReady(Duration time) throws Exception {
        ready.get(time.toSeconds(), TimeUnit.SECONDS);
    }

    /** The diagnostics of a file, as {@code line:severity message} with lines from 1, once they are as wanted. */
    List<String> await(Path file, Duration time, Predicate<List<String>> wanted) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (true) {
            List<String> now = diagnostics(file);
            if (wanted.test(now) || System.nanoTime() > end || !process.isAlive()) {
                return now;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private List<String> diagnostics(Path file) {
        return diagnostics.getOrDefault(file.toUri().toString(), List.of()).stream()
                .map(LanguageServer::line)
                .toList();
    }

    private static String line(JsonNode diagnostic) {
        int line = diagnostic.path("range").path("start").path("line").asInt() + 1;
        String severity = diagnostic.path("severity").asInt() == 1 ? "error" : "other";
        return line + ":" + severity + " " + diagnostic.path("message").asText();
    }

    private void read() {
        try (InputStream in = new BufferedInputStream(process.getInputStream())) {
            for (Optional<JsonNode> message = next(in); message.isPresent(); message = next(in)) {
                take(message.get());
            }
        } catch (IOException ended) {
            note("the server's output ended: " + ended.getMessage());
        }
    }

    private static Optional<JsonNode> next(InputStream in) throws IOException {
        int length = -1;
        for (String header = headerLine(in); !header.isEmpty(); header = headerLine(in)) {
            if (header.startsWith("Content-Length:")) {
                length = Integer.parseInt(
                        header.substring("Content-Length:".length()).strip());
            }
        }
        return length < 0 ? Optional.empty() : Optional.of(JSON.readTree(in.readNBytes(length)));
    }

    private static String headerLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private void take(JsonNode message) throws IOException {
        String method = message.path("method").asText();
        if (method.isEmpty()) {
            open.remove(message.path("id").asInt()).complete(message.path("result"));
        } else if (message.has("id")) {
            if (message.path("params").toString().contains("didChangeWatchedFiles")) {
                ready.complete(null);
            }
            ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
            answer.set("id", message.get("id"));
            answer.putNull("result");
            send(answer);
        } else if (method.equals("textDocument/publishDiagnostics")) {
            JsonNode file = message.path("params");
            List<JsonNode> found = new ArrayList<>();
            file.path("diagnostics").forEach(found::add);
            diagnostics.put(file.path("uri").asText().replaceFirst("^file:/+", "file:///"), found);
            note("diagnostics " + file.path("uri").asText() + " "
                    + found.stream().map(LanguageServer::line).toList());
        } else if (method.equals("window/logMessage") || method.equals("language/status")) {
            note(method + " " + message.path("params").path("message").asText());
        }
    }

    private synchronized void send(Object message) throws IOException {
        byte[] body = JSON.writeValueAsBytes(message);
        OutputStream out = process.getOutputStream();
        out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    /** Adds a line to the transcript. */
    synchronized void note(String line) {
        try {
            Files.writeString(transcript, line.strip() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.err.println(line);
        }
    }

    @Override
    public void close() throws Exception {
        try {
            ask("shutdown", Map.of());
            tell("exit", Map.of());
        } finally {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
