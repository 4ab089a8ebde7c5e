package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/**
 * A gateway nobody here wrote, with a list for each key: {@link ModelServer#ALPHA} may not use gpt-4o, {@link
 * ModelServer#BETA} may. What keyguard says is held against what the gateway answers to a real chat request.
 *
 * @param name for messages and folders
 */
record Gateway(String name, LocalServer server) {
    private static final String CHAT = """
            {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello"}]}""";
    private static final int SHOWN = 300;

    /** The gateway refuses the model, and so does the build. Gives the gateway's answer to the chat request. */
    String refuses() throws IOException, InterruptedException {
        HttpResponse<String> chat = chat(ModelServer.ALPHA);
        assertThat(chat.statusCode()).as(chat.body()).isEqualTo(403);
        Path project = Setup.sample("openai-java", name + "-refused");
        Maven.Run run = verify(project, ModelServer.ALPHA);
        assertThat(run.succeeded()).as(run.output()).isFalse();
        assertThat(ReportFile.in(project).findings("error"))
                .containsExactly("model-not-accessible src/main/java/shop/Support.java:9:41");
        show("alpha", chat, project, run);
        return chat.body();
    }

    /** The gateway answers, and the build passes. */
    void answers() throws IOException, InterruptedException {
        HttpResponse<String> chat = chat(ModelServer.BETA);
        assertThat(chat.statusCode()).as(chat.body()).isEqualTo(200);
        Path project = Setup.sample("openai-java", name + "-allowed");
        Maven.Run run = verify(project, ModelServer.BETA);
        assertThat(run.succeeded()).as(run.output()).isTrue();
        assertThat(ReportFile.in(project).verdict()).isEqualTo("passed");
        show("beta", chat, project, run);
    }

    /** A key that the gateway does not know is rejected. */
    void rejects() throws IOException, InterruptedException {
        Path project = Setup.sample("openai-java", name + "-unknown-key");
        Maven.Run run = verify(project, "gateway-loopback-nobody-00000000");
        assertThat(run.succeeded()).as(run.output()).isFalse();
        assertThat(ReportFile.in(project).findings("error")).anyMatch(finding -> finding.startsWith("key-rejected"));
    }

    private HttpResponse<String> chat(String key) throws IOException, InterruptedException {
        return server.post("/v1/chat/completions", key, CHAT);
    }

    private void show(String key, HttpResponse<String> chat, Path project, Maven.Run run) throws IOException {
        String body = chat.body().replaceAll("\\s+", " ");
        System.out.println(name + ", key " + key + ": chat with gpt-4o is answered with HTTP " + chat.statusCode() + " "
                + body.substring(0, Math.min(SHOWN, body.length())));
        System.out.println(
                name + ", key " + key + ": keyguard " + ReportFile.in(project).verdict() + ", exit " + run.exit()
                        + ", errors " + ReportFile.in(project).findings("error"));
    }

    private Maven.Run verify(Path project, String key) throws IOException, InterruptedException {
        return Maven.any()
                .run(
                        project,
                        Map.of("OPENAI_API_KEY", key, "OPENAI_BASE_URL", server.url() + "/v1"),
                        "verify",
                        "-Dkeyguard.cache=false");
    }
}
