package dev.keyguard.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A server nobody here wrote, installed below {@code target/} as the files in {@code it/servers/} pin it. Where it cannot
 * be had, the suite is skipped and says so.
 */
final class ForeignPackage {
    private static final long MINUTES = 10;

    private ForeignPackage() {}

    /** The folder with {@code node_modules}, as {@code package-lock.json} has it. */
    static Path npm(String name) throws IOException, InterruptedException {
        return installed(name, "package-lock.json", List.of(List.of(program("npm"), "ci", "--no-audit", "--no-fund")));
    }

    /** The folder with a virtual environment {@code venv}, as {@code requirements.txt} has it. */
    static Path python(String name) throws IOException, InterruptedException {
        return installed(
                name,
                "requirements.txt",
                List.of(
                        List.of(windows() ? "python" : "python3", "-m", "venv", "venv"),
                        List.of(venv("python"), "-m", "pip", "install", "--quiet", "-r", "requirements.txt")));
    }

    /** A program of the virtual environment, seen from its folder. */
    static String venv(String program) {
        return Path.of("venv", windows() ? "Scripts" : "bin", program).toString();
    }

    private static Path installed(String name, String pins, List<List<String>> commands)
            throws IOException, InterruptedException {
        Path source = Setup.folder("servers").resolve(name);
        Path folder = Setup.folder("work").resolveSibling("servers").resolve(name);
        Path done = folder.resolve(".installed");
        String wanted = Files.readString(source.resolve(pins));
        if (Files.isRegularFile(done) && Files.readString(done).equals(wanted)) {
            return folder;
        }
        Files.createDirectories(folder);
        for (String file : source.toFile().list()) {
            Files.write(folder.resolve(file), Files.readAllBytes(source.resolve(file)));
        }
        for (List<String> command : commands) {
            run(name, folder, command);
        }
        Files.writeString(done, wanted);
        return folder;
    }

    private static void run(String name, Path folder, List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("install.log");
        String line = String.join(" ", command);
        List<String> resolved = command.get(0).startsWith("venv")
                ? Stream.concat(
                                Stream.of(folder.resolve(command.get(0)).toString()),
                                command.stream().skip(1))
                        .toList()
                : command;
        int exit;
        try {
            Process process = new ProcessBuilder(resolved)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            exit = process.waitFor();
        } catch (IOException e) {
            skip(name, "'" + line + "' cannot be run: " + e.getMessage());
            return;
        }
        if (exit != 0) {
            skip(name, "'" + line + "' ended with " + exit + ", see " + log);
        }
    }

    private static void skip(String name, String why) {
        String message = "Tests with " + name + " are SKIPPED, its package cannot be had: " + why;
        System.out.println(message);
        Assumptions.abort(message);
    }

    private static String program(String name) {
        return windows() ? name + ".cmd" : name;
    }

    private static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
