package dev.keyguard.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A remote build cache on the loopback: keeps what is put there. */
final class CacheServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final AtomicInteger served = new AtomicInteger();

    CacheServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/cache";
    }

    int stored() {
        return files.size();
    }

    /** How many files were found and sent. */
    int served() {
        return served.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] sent = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("PUT")) {
                files.put(path, sent);
                exchange.sendResponseHeaders(201, -1);
                return;
            }
            Optional<byte[]> file = Optional.ofNullable(files.get(path));
            boolean body = file.isPresent() && exchange.getRequestMethod().equals("GET");
            exchange.sendResponseHeaders(file.isPresent() ? 200 : 404, body ? file.get().length : -1);
            if (body) {
                served.incrementAndGet();
                exchange.getResponseBody().write(file.get());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
