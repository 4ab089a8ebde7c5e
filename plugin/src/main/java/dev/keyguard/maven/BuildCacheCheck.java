package dev.keyguard.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Maven's build cache extension skips bound goals on a hit, keyguard's verdict included, though the key's rights may
 * have changed since. A plugin cannot opt out by itself.
 */
final class BuildCacheCheck {
    private static final String EXTENSION = "maven-build-cache-extension";
    private static final String PLUGIN = "keyguard-maven-plugin";
    private static final long MAX_BYTES = 1 << 20;

    private final MavenContext context;

    BuildCacheCheck(MavenContext context) {
        this.context = context;
    }

    /** What to tell the user: that the extension is active and nothing makes keyguard run all the same. */
    Optional<String> warning() {
        Path mvn = context.projectRoot().resolve(".mvn");
        boolean unguarded = !context.typed()
                && text(mvn.resolve("extensions.xml")).contains(EXTENSION)
                && !text(mvn.resolve("maven-build-cache-config.xml")).contains(PLUGIN)
                && !property("maven.build.cache.alwaysRunPlugins").contains(PLUGIN)
                && !property("maven.build.cache.enabled").equals("false");
        return unguarded
                ? Optional.of("keyguard: Maven's build cache is active and may skip this gate on a hit, with a verdict"
                        + " that is out of date. Set -Dmaven.build.cache.alwaysRunPlugins=" + PLUGIN
                        + ":* or list keyguard under <executionControl><runAlways> in"
                        + " .mvn/maven-build-cache-config.xml.")
                : Optional.empty();
    }

    private String property(String name) {
        Properties user = context.session().getUserProperties();
        return user.getProperty(name, context.session().getSystemProperties().getProperty(name, ""));
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    : "";
        } catch (IOException e) {
            return ""; // a warning less, nothing else
        }
    }
}
