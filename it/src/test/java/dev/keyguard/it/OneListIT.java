package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A reactor of 30 modules, built by two threads, asks once for each key and endpoint. */
final class OneListIT {
    private static final int MODULES = 30;

    @Test
    void one_list_for_each_key_and_endpoint() throws Exception {
        try (ModelServer first = new ModelServer();
                ModelServer second = new ModelServer()) {
            Path project = reactor(second.url());
            Map<String, String> environment = Map.of(
                    "OPENAI_API_KEY",
                    ModelServer.BETA,
                    "OPENAI_BASE_URL",
                    first.url(),
                    "TEAM_API_KEY",
                    ModelServer.ALPHA);
            String services = "-Dkeyguard.services=" + second.url() + "=TEAM_API_KEY";
            Maven.Run run =
                    Maven.any().run(project, environment, "verify", "-T", "2", "-Dkeyguard.cache=false", services);
            assertThat(run.succeeded()).as(run.output()).isTrue();
            assertThat(first.lists()).as("lists of the first endpoint").isEqualTo(1);
            assertThat(second.lists()).as("lists of the second endpoint").isEqualTo(1);
            assertThat(first.requests() + second.requests())
                    .as("requests of any kind")
                    .isEqualTo(2);
            for (int module : new int[] {0, MODULES / 2, MODULES - 1}) {
                assertThat(ReportFile.in(project.resolve("m" + module)).references())
                        .as("module " + module)
                        .hasSize(2);
            }
        }
    }

    private static Path reactor(String teamUrl) throws IOException {
        Path root = Setup.empty("one-list");
        String modules = IntStream.range(0, MODULES)
                .mapToObj(i -> "    <module>m" + i + "</module>")
                .collect(Collectors.joining("\n"));
        String sample = Files.readString(Setup.folder("samples").resolve("openai-java/pom.xml"));
        String own = "  <artifactId>openai-java</artifactId>\n  <version>1</version>";
        Files.writeString(
                root.resolve("pom.xml"),
                sample.replace(
                        own,
                        "  <artifactId>one-list</artifactId>\n  <version>1</version>\n  <packaging>pom</packaging>\n"
                                + "  <modules>\n" + modules + "\n  </modules>"));
        for (int i = 0; i < MODULES; i++) {
            Path module = root.resolve("m" + i);
            Path source = Files.createDirectories(module.resolve("src/main/java/shop/m" + i));
            Files.writeString(module.resolve("pom.xml"), """
                    <project xmlns="http://maven.apache.org/POM/4.0.0">
                      <modelVersion>4.0.0</modelVersion>
                      <parent>
                        <groupId>sample</groupId>
                        <artifactId>one-list</artifactId>
                        <version>1</version>
                      </parent>
                      <artifactId>m%d</artifactId>
                    </project>
                    """.formatted(i));
            Files.writeString(source.resolve("Talk.java"), """
                    package shop.m%d;

                    import com.openai.client.OpenAIClient;
                    import com.openai.client.okhttp.OpenAIOkHttpClient;
                    import com.openai.models.responses.Response;
                    import com.openai.models.responses.ResponseCreateParams;

                    final class Talk {
                        private final OpenAIClient own = OpenAIOkHttpClient.fromEnv();
                        private final OpenAIClient team = OpenAIOkHttpClient.builder()
                                .apiKey(System.getenv("TEAM_API_KEY"))
                                .baseUrl("%s")
                                .build();

                        Response own() {
                            return own.responses().create(ResponseCreateParams.builder().model("gpt-4o").input("Hi").build());
                        }

                        Response team() {
                            return team.responses().create(ResponseCreateParams.builder().model("gpt-4.1-mini").input("Hi").build());
                        }
                    }
                    """.formatted(i, teamUrl));
        }
        return root;
    }
}
