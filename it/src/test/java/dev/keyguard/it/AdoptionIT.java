package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a project with a hundred refused references begins to use the gate, and what it may set. */
final class AdoptionIT {
    private static final String LINE =
            "    String a%1$d = client.chat().completions().create(b.model(\"gpt-4o\").user(\"%1$d\").build()).id();";
    private static final String LOCK = """
            {"schemaVersion": 1, "tool": "test", "keys": [
              {"key": "OPENAI_API_KEY", "service": "openai", "baseUrl": "https://api.openai.com/v1", "profile": "openai",
               "checkedAt": "2026-11-25T00:00:00Z", "models": {"gpt-4.1": null, "gpt-4o-mini": null}}]}
            """;

    @Test
    void one_new_reference_among_a_hundred_accepted_ones_fails_with_exactly_that_one() throws Exception {
        Path project = project("baseline");
        List<String> lines = lines(0, 100);
        write(project, "Many", lines);
        Maven.Run first = run(project, "verify");
        assertThat(first.succeeded()).isFalse();
        assertThat(first.lines("keyguard:baseline")).as(first.output()).isNotEmpty();
        assertThat(ReportFile.in(project).findings("error")).hasSize(100);

        assertThat(run(project, "keyguard:baseline").succeeded()).isTrue();
        Maven.Run accepted = run(project, "verify");
        assertThat(accepted.succeeded()).as(accepted.output()).isTrue();

        List<String> moved = new ArrayList<>(lines);
        Collections.shuffle(moved, new Random(5));
        moved.add(0, "    // nothing of this was here before");
        write(
                project,
                "Many",
                moved.subList(0, 60).stream().map(line -> "    " + line).toList());
        write(project, "Others", moved.subList(60, moved.size()));
        Maven.Run after = run(project, "verify");
        assertThat(after.succeeded()).as(after.output()).isTrue();

        moved.add(70, LINE.formatted(100));
        write(project, "Others", moved.subList(60, moved.size()));
        Maven.Run more = run(project, "verify");
        assertThat(more.succeeded()).as(more.output()).isFalse();
        assertThat(more.lines("] model-not-accessible ")).as(more.output()).hasSize(1);
        assertThat(more.output()).contains("keyguard FAILED: 1 error,");
    }

    @Test
    void severities_and_failOn_decide_what_fails() throws Exception {
        Path project = project("severities");
        write(project, "One", lines(0, 1));
        assertThat(run(project, "verify", "-Dkeyguard.failOn=never").succeeded())
                .isTrue();
        pom(project, "<model-not-accessible>warning</model-not-accessible><model-hardcoded>off</model-hardcoded>");
        assertThat(run(project, "verify").succeeded()).isTrue();
        assertThat(ReportFile.in(project).findings("warning")).hasSize(1);
        assertThat(ReportFile.in(project).places("model-hardcoded")).isEmpty();
        assertThat(run(project, "verify", "-Dkeyguard.failOn=warning").succeeded())
                .isFalse();
        pom(project, "<model-not-accessible>off</model-not-accessible><model-hardcoded>error</model-hardcoded>");
        assertThat(run(project, "verify").succeeded()).isFalse();
        assertThat(ReportFile.in(project).findings("error"))
                .singleElement()
                .asString()
                .startsWith("model-hardcoded ");
        Maven.Run bad = run(project, "verify", "-Dkeyguard.severities=model-hardcode=off");
        assertThat(bad.succeeded()).isFalse();
        assertThat(bad.output()).contains("model-hardcode");
    }

    @Test
    void the_site_links_to_the_report() throws Exception {
        Path project = project("site");
        write(project, "One", lines(0, 1));
        String pom = Files.readString(project.resolve("pom.xml"));
        String reporting = """
                  <reporting>
                    <excludeDefaults>true</excludeDefaults>
                    <plugins>
                      <plugin>
                        <groupId>dev.keyguard</groupId>
                        <artifactId>keyguard-maven-plugin</artifactId>
                        <version>%s</version>
                        <reportSets><reportSet><reports><report>report</report></reports></reportSet></reportSets>
                      </plugin>
                    </plugins>
                  </reporting>
                </project>""".formatted(Setup.VERSION);
        Files.writeString(project.resolve("pom.xml"), pom.replace("</project>", reporting));
        Maven.Run site = run(project, "org.apache.maven.plugins:maven-site-plugin:3.22.0:site");
        assertThat(site.succeeded()).as(site.output()).isTrue();
        Path folder = project.resolve("target/site");
        assertThat(Files.readString(folder.resolve("keyguard.html")))
                .contains("1 request of this code will be refused");
        assertThat(Files.readString(folder.resolve("project-reports.html"))).contains("keyguard.html");
    }

    @Test
    void reports_can_be_read_by_others_as_the_umask_says() throws Exception {
        Path project = project("umask");
        write(project, "One", lines(0, 1));
        run(project, "keyguard:baseline");
        run(project, "verify", "-Dkeyguard.reports=json,html");
        Path plain = Files.createFile(project.resolve("plain"));
        for (String file :
                List.of("keyguard-baseline.json", "target/keyguard/keyguard.json", "target/keyguard/keyguard.html")) {
            assertThat(Files.getPosixFilePermissions(project.resolve(file)))
                    .as(file)
                    .isEqualTo(Files.getPosixFilePermissions(plain));
        }
    }

    private static Path project(String purpose) throws Exception {
        Path project = Setup.sample("openai-java", "adoption-" + purpose);
        Files.delete(project.resolve("src/main/java/shop/Support.java"));
        Files.writeString(project.resolve("keyguard.lock.json"), LOCK);
        return project;
    }

    private static List<String> lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(LINE::formatted).collect(Collectors.toList());
    }

    private static void write(Path project, String name, List<String> lines) throws Exception {
        Files.writeString(
                project.resolve("src/main/java/shop/" + name + ".java"), """
                package shop;

                import com.openai.client.OpenAIClient;
                import com.openai.client.okhttp.OpenAIOkHttpClient;
                import com.openai.models.chat.completions.ChatCompletionCreateParams;

                final class %s {
                    private final OpenAIClient client = OpenAIOkHttpClient.fromEnv();
                    private final ChatCompletionCreateParams.Builder b =
                            ChatCompletionCreateParams.builder().addUserMessage("hello");
                %s
                }
                """.formatted(name, String.join("\n", lines)));
    }

    private static void pom(Path project, String severities) throws Exception {
        String pom = Files.readString(project.resolve("pom.xml"))
                .replaceAll("<configuration><severities>.*</severities></configuration>", "");
        Files.writeString(
                project.resolve("pom.xml"),
                pom.replaceFirst(
                        "(<artifactId>keyguard-maven-plugin</artifactId>\\s*<version>[^<]*</version>)",
                        "$1<configuration><severities>" + severities + "</severities></configuration>"));
    }

    private static Maven.Run run(Path project, String... goals) throws Exception {
        return Maven.any()
                .run(
                        project,
                        Map.of(),
                        Stream.concat(
                                        Stream.of(goals),
                                        Stream.of(
                                                "-Dkeyguard.online=never",
                                                "-Dkeyguard.lockMaxAge=36500d",
                                                "-Dkeyguard.today=2026-11-26"))
                                .toArray(String[]::new));
    }
}
