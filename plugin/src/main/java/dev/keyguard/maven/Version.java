package dev.keyguard.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** keyguard's own version, as Maven writes it into the jar. */
final class Version {
    private static final String POM = "/META-INF/maven/dev.keyguard/keyguard-maven-plugin/pom.properties";

    private Version() {}

    /** The version and, for snapshots, which one: size and day of the jar. */
    static String exact() {
        try {
            Path jar = Path.of(Version.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return current() + " " + Files.size(jar) + " "
                    + Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return current();
        }
    }

    /** The version, or {@code dev} where classes are run from a folder. */
    static String current() {
        try (InputStream stream = Version.class.getResourceAsStream(POM)) {
            Properties properties = new Properties();
            if (stream != null) {
                properties.load(stream);
            }
            return properties.getProperty("version", "dev");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
