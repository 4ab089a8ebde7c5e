package dev.keyguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * In a real IDE: Eclipse's Java language server, which is what VS Code's Java runs, driven over its protocol as an editor
 * would. Its transcript is {@code target/it/ide/transcript.txt}.
 */
final class IdeIT {
    private static final Duration IMPORT = Duration.ofMinutes(5);
    private static final Duration SAVE = Duration.ofSeconds(60);
    private static final String FIXED = "gpt-4.1-mini";

    @Test
    void a_finding_stands_at_its_line_and_goes_when_the_line_is_mended() throws Exception {
        Path folder = ForeignPackage.python("jdtls");
        try (ModelServer models = new ModelServer()) {
            Map<String, String> key = Map.of("OPENAI_API_KEY", ModelServer.ALPHA, "OPENAI_BASE_URL", models.url());
            Path project = Setup.sample("openai-java", "ide/openai-java");
            Maven.Run lock = Maven.any().run(project, key, "compile", "keyguard:lock");
            assertThat(lock.succeeded()).as(lock.output()).isTrue();
            int asked = models.requests();
            Path file = project.resolve("src/main/java/shop/Support.java");
            String broken = Files.readString(file);

            try (LanguageServer ide = start(folder, project, key)) {
                ide.awaitReady(IMPORT);
                ide.note("TEST opens " + file.getFileName());
                ide.tell("textDocument/didOpen", Map.of("textDocument", document(file, broken)));
                assertThat(ide.await(file, SAVE, IdeIT::marked))
                        .as("when it is opened")
                        .anyMatch(line -> line.startsWith("9:error model-not-accessible"));

                save(ide, file, 2, broken.replace("gpt-4o", FIXED));
                assertThat(ide.await(file, SAVE, lines -> !marked(lines)))
                        .as("when it is mended")
                        .noneMatch(line -> line.contains("model-not-accessible"));

                save(ide, file, 3, broken.replace("/** Answers", "\n\n/** Answers"));
                assertThat(ide.await(file, SAVE, IdeIT::marked))
                        .as("when it is broken again, two lines further down")
                        .anyMatch(line -> line.startsWith("11:error model-not-accessible"));
            }
            assertThat(models.requests()).as("nobody is asked while one types").isEqualTo(asked);
            assertThat(project.resolve("target/keyguard")).as("no reports").doesNotExist();
        }
    }

    private static boolean marked(List<String> lines) {
        return lines.stream().anyMatch(line -> line.contains("model-not-accessible"));
    }

    private static LanguageServer start(Path folder, Path project, Map<String, String> environment) throws Exception {
        Path work = project.getParent();
        Path configuration = Setup.empty("ide/configuration");
        Path server = data(folder);
        Setup.copy(server.resolve("configuration"), configuration);
        List<String> command = new ArrayList<>(List.of(
                java(folder).toString(),
                "-Declipse.application=org.eclipse.jdt.ls.core.id1",
                "-Dosgi.bundles.defaultStartLevel=4",
                "-Declipse.product=org.eclipse.jdt.ls.core.product",
                "-Xmx1g",
                "--add-modules=ALL-SYSTEM",
                "--add-opens",
                "java.base/java.util=ALL-UNNAMED",
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-jar",
                first(server.resolve("plugins"), "org.eclipse.equinox.launcher_")
                        .toString(),
                "-configuration",
                configuration.toString(),
                "-data",
                Setup.empty("ide/workspace").toString()));
        LanguageServer ide = LanguageServer.start(command, environment, work.resolve("transcript.txt"));
        ide.ask(
                "initialize",
                Map.of(
                        "processId",
                        ProcessHandle.current().pid(),
                        "rootUri",
                        project.toUri().toString(),
                        "capabilities",
                        Map.of(
                                "textDocument", Map.of("publishDiagnostics", Map.of()),
                                "workspace", Map.of("didChangeWatchedFiles", Map.of("dynamicRegistration", true))),
                        "initializationOptions",
                        Map.of(
                                "workspaceFolders", List.of(project.toUri().toString()),
                                "settings", Map.of("java", settings(work)))));
        ide.tell("initialized", Map.of());
        return ide;
    }

    /** What VS Code sends, and where this test's repository is. */
    private static Map<String, Object> settings(Path work) throws IOException {
        Path own = Files.writeString(
                work.resolve("settings.xml"),
                Files.readString(Maven.settings())
                        .replace(
                                "<profiles>",
                                "<localRepository>" + Setup.folder("repository") + "</localRepository>\n  <profiles>"));
        Map<String, Object> jdk = Map.of("name", "JavaSE-17", "path", System.getProperty("java.home"), "default", true);
        return Map.of(
                "configuration",
                Map.of(
                        "maven",
                        Map.of(
                                "userSettings", own.toString(),
                                "globalSettings",
                                        Maven.userSettings().map(Path::toString).orElse(""),
                                "defaultMojoExecutionAction", "ignore"),
                        "runtimes",
                        List.of(jdk)),
                "import",
                Map.of("gradle", Map.of("enabled", false)),
                "autobuild",
                Map.of("enabled", true));
    }

    private static void save(LanguageServer ide, Path file, int version, String text) throws IOException {
        ide.note("TEST saves version " + version);
        Map<String, Object> document = Map.of("uri", file.toUri().toString());
        ide.tell(
                "textDocument/didChange",
                Map.of(
                        "textDocument",
                        Map.of("uri", file.toUri().toString(), "version", version),
                        "contentChanges",
                        List.of(Map.of("text", text))));
        Files.writeString(file, text);
        ide.tell("textDocument/didSave", Map.of("textDocument", document));
        ide.tell(
                "workspace/didChangeWatchedFiles",
                Map.of("changes", List.of(Map.of("uri", file.toUri().toString(), "type", 2))));
    }

    private static Map<String, Object> document(Path file, String text) {
        return Map.of("uri", file.toUri().toString(), "languageId", "java", "version", 1, "text", text);
    }

    private static Path data(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("venv"), 4)) {
            return files.filter(path -> path.resolve("plugins").toFile().isDirectory())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path java(Path folder) throws IOException {
        String name = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        try (Stream<Path> files = Files.walk(folder.resolve("venv"))) {
            Path java = files.filter(path -> path.endsWith(Path.of("java-runtime", "bin", name)))
                    .findFirst()
                    .orElseThrow();
            java.toFile().setExecutable(true);
            return java;
        }
    }

    private static Path first(Path folder, String start) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().startsWith(start))
                    .filter(path -> path.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
