package dev.keyguard.maven;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The properties that the user typed. Maven puts those of {@code .mvn/maven.config} (and Maven 4 those of {@code
 * .mvn/maven-user.properties}) into the same map, and those files come with the checkout: a property that a file in
 * {@code .mvn} names is not taken for typed, whatever its value is.
 */
final class TypedProperties {
    private static final long MAX_BYTES = 1 << 20;

    private final Properties user;
    private final List<String> configFiles = new ArrayList<>();
    private final List<Properties> propertyFiles = new ArrayList<>();

    /**
     * @param user what Maven calls user properties
     * @param mvn  the {@code .mvn} folder; need not exist
     */
    TypedProperties(Properties user, Path mvn) {
        this.user = user;
        if (Files.isDirectory(mvn)) {
            read(mvn);
        }
    }

    /** The value the user typed; empty if a file of the project names the property too. */
    Optional<String> get(String name) {
        return Optional.ofNullable(user.getProperty(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !comesWithTheProject(name));
    }

    /** Whether a value is set that does not count because a file of the project names the property. */
    boolean disregarded(String name) {
        return user.getProperty(name) != null && comesWithTheProject(name);
    }

    private boolean comesWithTheProject(String name) {
        return configFiles.stream().anyMatch(text -> names(text, name))
                || propertyFiles.stream().anyMatch(each -> each.containsKey(name) || includesOthers(each));
    }

    /** An argument file, or a property whose name is put together, can name anything. */
    private static boolean names(String arguments, String name) {
        return arguments.contains(name)
                || Arrays.stream(arguments.split("\\s+"))
                        .anyMatch(word -> word.startsWith("@") || word.split("=", 2)[0].contains("${"));
    }

    private static boolean includesOthers(Properties properties) {
        return properties.stringPropertyNames().stream()
                .anyMatch(key -> key.contains("includes") || key.contains("${"));
    }

    private void read(Path mvn) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(mvn)) {
            for (Path file : files) {
                if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
                    read(file, Files.readAllBytes(file));
                }
            }
        } catch (IOException | RuntimeException e) {
            configFiles.add("@unreadable"); // then nothing counts as typed
        }
    }

    private void read(Path file, byte[] content) throws IOException {
        String name = file.getFileName().toString();
        String text = new String(content, StandardCharsets.UTF_8);
        if (name.endsWith(".config")) {
            configFiles.add(text);
        } else if (name.endsWith(".properties")) {
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            propertyFiles.add(properties);
        }
    }
}
