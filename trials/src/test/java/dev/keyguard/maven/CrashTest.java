package dev.keyguard.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.access.FakeProvider;
import dev.keyguard.fuzz.Formats;
import dev.keyguard.report.Report;
import dev.keyguard.rule.BaselineFile;
import dev.keyguard.source.tree.FactsCache;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed (SIGKILL) at random moments while it writes: every file is the old one or the new one, and the next run works. */
final class CrashTest {
    private static final Map<String, String> FILES = Map.of(
            "json", "keyguard.json",
            "sarif", "keyguard.sarif.json",
            "html", "keyguard.html",
            "junit", "keyguard-junit.xml",
            "checkstyle", "keyguard-checkstyle.xml",
            "gitlab", "keyguard-gitlab.json",
            "cyclonedx", "keyguard-cyclonedx.json");

    @TempDir
    Path folder;

    @Test
    void nothing_is_ever_half_written() throws Exception {
        int kills = Integer.getInteger("trials.kills", 20);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Writing writing = new Writing(folder);
        Files.createDirectories(writing.project().resolve("src/main/java"));
        Files.writeString(
                writing.project().resolve(Writing.SOURCE), Writing.sources().get(0));
        for (int i = 0; i < kills; i++) {
            killed(random.nextInt(400));
            whole(writing, "kill " + i + " of seed " + seed);
        }
        for (Path file : temporary()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        }
        // twice: each time with other content
        int time = writing.next();
        writing.once(time);
        writing.once(time + 1);
        assertThat(temporary())
                .as("what killed processes left, hours later, seed " + seed)
                .isEmpty();
    }

    private List<Path> temporary() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(
                            f -> f.toString().endsWith(".part") || f.toString().endsWith(".tmp"))
                    .toList();
        }
    }

    private void killed(int milliseconds) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writing.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder said = new StringBuilder();
            String line = output.readLine();
            while (line != null && !line.equals("ready")) {
                said.append(line).append('\n');
                line = output.readLine();
            }
            assertThat(line).as("the process works: " + said).isEqualTo("ready");
            Thread.sleep(milliseconds);
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void whole(Writing writing, String when) throws IOException {
        Path project = writing.project();
        assertThat(Writing.sources().contains(Files.readString(project.resolve(Writing.SOURCE))))
                .as(when + ": the source is whole")
                .isTrue();
        new BaselineFile(project.resolve(BaselineFile.NAME)).read();
        for (Map.Entry<String, String> report : FILES.entrySet()) {
            Formats.sound(report.getKey(), Files.readString(project.resolve("target/keyguard/" + report.getValue())));
        }
        Trial trial = new Trial("gpt-5");
        Report report = trial.judge(
                trial.scan(trial.workspace(project), FactsCache.open(writing.cache(), "writing 0")), project);
        assertThat(report.inventory().references()).as(when).hasSize(1);
        assertThat(report.inventory().problems()).as(when).isEmpty();
        assertThat(new FakeProvider(trial.catalogue(), List.of("gpt-5"))
                        .service(Optional.of(writing.cache()), Optional.of(writing.lock()))
                        .book(report.inventory())
                        .answers())
                .as(when + ": lock file and cache can be read")
                .isNotEmpty();
    }
}
