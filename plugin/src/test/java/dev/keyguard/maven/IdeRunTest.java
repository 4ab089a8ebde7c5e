package dev.keyguard.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.access.Online;
import dev.keyguard.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdeRunTest {
    private static final String SOURCE = """
            class Bot {
                Object request = com.openai.models.chat.completions.ChatCompletionCreateParams.builder()
                        .model("gpt-4-0314")
                        .build();
            }
            """;

    @TempDir
    Path folder;

    private final Recorder markers = new Recorder();

    @Test
    void a_finding_is_a_marker_that_goes_when_its_cause_goes() throws IOException {
        Path bot = write(SOURCE);
        run();
        assertThat(markers.added).containsExactly("Bot.java:3:20 ERROR");
        assertThat(markers.cleared)
                .as("every file looked at, not only those with findings")
                .contains(bot);

        write(SOURCE.replace("gpt-4-0314", "gpt-4.1"));
        markers.added.clear();
        run();
        assertThat(markers.added).noneMatch(marker -> marker.endsWith("ERROR"));
    }

    @Test
    void nothing_is_read_when_nothing_changed() throws IOException {
        write(SOURCE);
        markers.incremental = true;
        run();
        assertThat(markers.cleared).isEmpty();
        assertThat(markers.added).isEmpty();
    }

    @Test
    void a_new_lock_file_is_a_change() throws IOException {
        write(SOURCE);
        markers.incremental = true;
        markers.changed = Set.of(folder.resolve("keyguard.lock.json"));
        run();
        assertThat(markers.added).containsExactly("Bot.java:3:20 ERROR");
    }

    @Test
    void a_deleted_source_is_a_change_of_its_folder() throws IOException {
        write(SOURCE);
        markers.incremental = true;
        markers.changed = Set.of(folder.resolve("src/main/java"));
        run();
        assertThat(markers.added).containsExactly("Bot.java:3:20 ERROR");
    }

    @Test
    void no_report_is_written() throws IOException {
        write(SOURCE);
        run();
        assertThat(folder.resolve("target")).doesNotExist();
    }

    private Path write(String text) throws IOException {
        Path java = Files.createDirectories(folder.resolve("src/main/java"));
        return Files.writeString(java.resolve("Bot.java"), text);
    }

    private void run() {
        MavenContext context = context();
        ScanOptions scan = new ScanOptions(
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
        Job job = new Job(context, scan, new MavenServices(null, null, null));
        AccessOptions access = new AccessOptions(
                Online.AUTO,
                new Trust(List.of(), List.of(), List.of()),
                List.of(),
                Duration.ZERO,
                Optional.empty(),
                Duration.ofDays(30),
                Duration.ofSeconds(1),
                false,
                false,
                false,
                LocalDate.of(2026, 11, 23));
        RuleOptions rules = new RuleOptions(0, Map.of(), Optional.empty(), Optional.empty());
        new IdeRun(job, new Gate(job, access, rules, "error"), markers).run();
    }

    private MavenContext context() {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setBaseDirectory(folder.toFile());
        request.getUserProperties().setProperty("m2e.version", "2.11.1");
        @SuppressWarnings("deprecation") // Maven's factories are not at hand without a container
        MavenSession session = new MavenSession(
                null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
        MavenProject project = new MavenProject();
        project.setGroupId("it");
        project.setArtifactId("bot");
        project.setVersion("1");
        project.setFile(folder.resolve("pom.xml").toFile());
        Build build = new Build();
        build.setDirectory(folder.resolve("target").toString());
        project.getModel().setBuild(build);
        project.addCompileSourceRoot(folder.resolve("src/main/java").toString());
        session.setProjects(List.of(project));
        MojoExecution execution = new MojoExecution(new MojoDescriptor(), "default", MojoExecution.Source.LIFECYCLE);
        return new MavenContext(session, project, execution, new SystemStreamLog());
    }

    private static final class Recorder implements MarkerSink {
        private final List<String> added = new ArrayList<>();
        private final Set<Path> cleared = new HashSet<>();
        private Set<Path> changed = Set.of();
        private boolean incremental;

        @Override
        public boolean incremental() {
            return incremental;
        }

        @Override
        public boolean changed(Path file) {
            return changed.contains(file);
        }

        @Override
        public void clear(Path file) {
            cleared.add(file);
        }

        @Override
        public void add(Path file, int line, int column, Severity severity, String text) {
            added.add(file.getFileName() + ":" + line + ":" + column + " " + severity);
        }
    }
}
