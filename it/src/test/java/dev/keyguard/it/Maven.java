package dev.keyguard.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Maven with a real JDK, run as a process of its own. */
record Maven(String version, Path home, Jdk jdk, List<String> prefix) {
    private static final int MINUTES = 10;

    Maven(String version, Path home, Jdk jdk) {
        this(version, home, jdk, List.of());
    }

    /** The same, started through another command. */
    Maven as(List<String> command) {
        return new Maven(version, home, jdk, command);
    }

    /** The versions that the build asks for, each with each JDK that is there. */
    static List<Maven> all() {
        List<Jdk> jdks = new ArrayList<>(List.of(Jdk.own()));
        for (String version : Setup.words("jdks")) {
            Jdk.find(version)
                    .filter(jdk -> !jdk.version().equals(Jdk.own().version()))
                    .ifPresentOrElse(
                            jdks::add,
                            () -> System.out.println("Integration tests with JDK " + version
                                    + " are SKIPPED: there is none (JAVA_HOME_" + version + ", toolchains.xml)."));
        }
        return jdks.stream()
                .flatMap(jdk -> Setup.words("mavens").stream().map(version -> of(version, jdk)))
                .toList();
    }

    /** The one for tests in which the version does not matter. */
    static Maven any() {
        return of("3.9.16", Jdk.own());
    }

    private static Maven of(String version, Jdk jdk) {
        return new Maven(version, Setup.folder("mavens.folder").resolve("apache-maven-" + version), jdk);
    }

    @Override
    public String toString() {
        return "Maven " + version + " on " + jdk;
    }

    /** How a run ended. The output holds standard output and error. */
    record Run(int exit, String output, Path project) {
        boolean succeeded() {
            return exit == 0;
        }

        List<String> lines(String part) {
            return output.lines().filter(line -> line.contains(part)).toList();
        }
    }

    /** Runs it in that folder, with no variables but the given ones and what a process needs. */
    Run run(Path project, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(windows() ? "mvn.cmd" : "mvn").toString());
        home.resolve("bin").resolve("mvn").toFile().setExecutable(true);
        command.addAll(List.of("-B", "-ntp", "-gs", settings().toString()));
        if (!List.of(arguments).contains("-s")) {
            userSettings().ifPresent(file -> command.addAll(List.of("-s", file.toString())));
        }
        command.add("-Dmaven.repo.local=" + Setup.folder("repository"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.matches("(?i).*(API_KEY|BASE_URL|MAVEN|GITHUB|CI_).*"));
        builder.environment().put("JAVA_HOME", jdk.home().toString());
        builder.environment()
                .put("XDG_CACHE_HOME", Setup.folder("work").resolve("cache").toString());
        builder.environment().putAll(environment);
        Path log = Files.createTempFile(Files.createDirectories(Setup.folder("work")), "maven-", ".log");
        Process process = builder.redirectOutput(log.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("Maven did not end within " + MINUTES + " minutes, see " + log);
        }
        String output = Files.readString(log, StandardCharsets.UTF_8);
        Files.delete(log);
        return new Run(process.exitValue(), output, project);
    }

    /** The settings.xml of the build that runs these tests, if there is one. */
    static Optional<Path> userSettings() {
        return Optional.of(Path.of(System.getProperty("it.userSettings", "").replaceFirst("^at:", "")))
                .filter(Files::isRegularFile);
    }

    /** Takes what the user's local repository holds from there, as invoker tests do. */
    static Path settings() throws IOException {
        Path file = Setup.folder("work").resolve("global-settings.xml");
        String url = Setup.folder("userRepository").toUri().toString();
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                <settings>
                  <profiles>
                    <profile>
                      <id>local</id>
                      <repositories>%s</repositories>
                      <pluginRepositories>%s</pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>local</activeProfile></activeProfiles>
                </settings>
                """.formatted(repository("repository", url), repository("pluginRepository", url)));
        return file;
    }

    private static String repository(String element, String url) {
        return "<%1$s><id>user.local</id><url>%2$s</url><snapshots><enabled>false</enabled></snapshots></%1$s>"
                .formatted(element, url);
    }

    private static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    static Stream<Maven> stream() {
        return all().stream();
    }
}
