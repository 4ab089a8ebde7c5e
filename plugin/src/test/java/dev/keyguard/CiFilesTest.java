package dev.keyguard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.report.Reporter;
import dev.keyguard.report.Reporters;
import dev.keyguard.rule.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files in {@code docs/ci} can be read by what they are for, and name reports that exist. */
final class CiFilesTest {
    private static final Path FOLDER = Path.of("../docs/ci");
    private static final Pattern REPORTS = Pattern.compile("-Dkeyguard\\.reports=([\\w,]+)");
    private static final Pattern REPORT_FILE = Pattern.compile("keyguard/(keyguard[\\w.-]+)");
    private static final List<Reporter> REPORTERS = Reporters.all(SourceText.below(FOLDER), LocalDate.EPOCH);

    @Test
    void the_GitHub_workflow_runs_weekly_and_uploads_SARIF() throws IOException {
        Map<String, Object> workflow = yaml("github-actions.yml");
        // YAML 1.1 reads the key "on" as true, GitHub as a word
        assertThat(((Map<?, ?>) workflow).get(true).toString()).contains("schedule", "cron", "pull_request");
        assertThat(workflow.get("jobs").toString()).contains("upload-sarif", "security-events=write");
    }

    @Test
    void the_workflow_for_forks_runs_nothing_of_the_change() throws IOException {
        String jobs = yaml("github-actions-forks.yml").get("jobs").toString();
        assertThat(jobs).contains("persist-credentials=false", "cd \"$RUNNER_TEMP/empty\"", "-Dkeyguard.resolve=false");
        assertThat(jobs.split("mvn ", -1))
                .as("one Maven, outside of the checkout")
                .hasSize(2);
    }

    @Test
    void GitLab_takes_the_reports() throws IOException {
        Map<?, ?> job = (Map<?, ?>) yaml("gitlab-ci.yml").get("keyguard");
        assertThat(job.get("artifacts").toString())
                .contains("codequality=target/keyguard/keyguard-gitlab.json")
                .contains("junit=target/keyguard/keyguard-junit.xml");
    }

    @Test
    void the_pre_commit_configuration_is_a_local_hook() throws IOException {
        assertThat(yaml("pre-commit-config.yaml").get("repos").toString()).contains("repo=local", "id=keyguard");
    }

    @Test
    void the_Jenkinsfile_is_Groovy() throws IOException {
        CompilationUnit unit = new CompilationUnit();
        unit.addSource("Jenkinsfile", Files.readString(FOLDER.resolve("Jenkinsfile")));
        unit.compile(Phases.CONVERSION); // throws with the place of the first mistake
        assertThat(unit.getErrorCollector().hasErrors()).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_hook_is_a_shell_script() throws Exception {
        Path hook = FOLDER.resolve("pre-commit");
        assertThat(Files.isExecutable(hook)).isTrue();
        Process shell =
                new ProcessBuilder("sh", "-n", hook.toString()).inheritIO().start();
        assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).isZero();
    }

    @TestFactory
    Stream<DynamicTest> reports_that_are_picked_up_are_written() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> written(file)));
        }
    }

    private static void written(Path file) throws IOException {
        String text = Files.readString(file);
        List<String> names = REPORTS.matcher(text)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(",")))
                .filter(name -> !name.equals("console"))
                .toList();
        assertThat(names).isSubsetOf(REPORTERS.stream().map(Reporter::name).toList());
        List<String> written = REPORTERS.stream()
                .filter(reporter -> names.contains(reporter.name()))
                .map(Reporter::fileName)
                .flatMap(Optional::stream)
                .toList();
        assertThat(REPORT_FILE.matcher(text).results().map(match -> match.group(1)))
                .isSubsetOf(written);
    }

    private static Map<String, Object> yaml(String name) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FOLDER.resolve(name)));
    }
}
