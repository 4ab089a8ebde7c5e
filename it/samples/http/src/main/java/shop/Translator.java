package shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Translates product texts, without a client library. */
public final class Translator {
    private static final String BASE_URL =
            System.getenv().getOrDefault("OPENAI_BASE_URL", "https://api.openai.com/v1");

    private final HttpClient client = HttpClient.newHttpClient();

    public String translate(String text) throws IOException, InterruptedException {
        String body = """
                {
                  "model": "gpt-4o",
                  "messages": [{"role": "user", "content": "%s"}]
                }
                """.formatted(text.replace("\"", "\\\""));
        HttpRequest request = HttpRequest.newBuilder(URI.create(BASE_URL + "/chat/completions"))
                .header("Authorization", "Bearer " + System.getenv("OPENAI_API_KEY"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
