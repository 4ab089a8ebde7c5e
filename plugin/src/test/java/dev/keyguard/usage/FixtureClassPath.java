package dev.keyguard.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.build.Dependency;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The jars that fixtures are compiled and scanned with: copied by the profile {@code fixture-jars}, those of this test
 * run, and a library that only the fixtures have.
 */
final class FixtureClassPath {
    private static final Path COPIED = Path.of("target/fixture-jars");

    private final List<Path> jars;

    private FixtureClassPath(List<Path> jars) {
        this.jars = jars;
    }

    /** Compiles every application of the folder, the library first. */
    static FixtureClassPath compiled(Path applications, Path work) throws IOException {
        List<Path> jars = new ArrayList<>();
        assertThat(COPIED).as("run the profile fixture-jars").isDirectory();
        try (Stream<Path> copied = Files.list(COPIED)) {
            copied.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
        }
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .forEach(jars::add);
        Path library = Files.createDirectories(work.resolve("library"));
        compile(sources(applications.resolve("library")), jars, library);
        jars.add(0, packed(library, applications.resolve("library/resources"), work.resolve("acme-llm-1.0.jar")));
        try (Stream<Path> all = Files.list(applications)) {
            for (Path application : all.filter(Files::isDirectory).sorted().toList()) {
                List<Path> sources = sources(application);
                if (!application.endsWith("library") && !sources.isEmpty()) {
                    compile(
                            sources,
                            jars,
                            Files.createDirectories(
                                    work.resolve(application.getFileName().toString())));
                }
            }
        }
        return new FixtureClassPath(List.copyOf(jars));
    }

    /** The jars of these dependencies, told by artifact and version; of a starter of Spring AI what it brings. */
    List<Path> jarsOf(List<Dependency> dependencies) {
        List<Path> found = new ArrayList<>();
        for (Dependency dependency : dependencies) {
            String artifact =
                    dependency.artifactId().replace("spring-ai-starter-model", "spring-ai-autoconfigure-model");
            List<Path> versions = jars.stream()
                    .filter(jar -> jar.getFileName().toString().matches(Pattern.quote(artifact) + "-\\d.*"))
                    .toList();
            String exact = artifact + dependency.version().map(v -> "-" + v).orElse("") + ".jar";
            versions.stream()
                    .filter(jar ->
                            versions.size() == 1 || jar.getFileName().toString().equals(exact))
                    .forEach(found::add);
        }
        return found;
    }

    private static List<Path> sources(Path application) throws IOException {
        try (Stream<Path> files = Files.walk(application)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static void compile(List<Path> sources, List<Path> jars, Path target) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        String classPath = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        String lombok = jars.stream()
                .map(Path::toString)
                .filter(jar -> jar.contains("lombok"))
                .collect(Collectors.joining(File.pathSeparator));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    target.toString(),
                                    "-cp",
                                    classPath,
                                    "-processorpath",
                                    lombok,
                                    "-nowarn",
                                    "-parameters",
                                    "-Xlint:none"),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    private static Path packed(Path classes, Path resources, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path root : List.of(classes, resources)) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        zip.putNextEntry(
                                new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
                        zip.write(Files.readAllBytes(file));
                    }
                }
            }
        }
        return jar;
    }
}
