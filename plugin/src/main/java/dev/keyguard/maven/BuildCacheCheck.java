package dev.keyguard.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Maven's build cache extension skips bound goals on a hit, keyguard's verdict included, though the key's rights may
 * have changed since. A plugin cannot opt out by itself.
 */
final class BuildCacheCheck {
    private static final String EXTENSION = "maven-build-cache-extension";
    private static final String PLUGIN = "keyguard-maven-plugin";
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final long MAX_BYTES = 1 << 20;

    private final MavenContext context;

    BuildCacheCheck(MavenContext context) {
        this.context = context;
    }

    /** What to tell the user: that the extension is active and nothing makes keyguard run all the same. */
    Optional<String> warning() {
        boolean unguarded = !context.typed()
                && active()
                && !within("runAlways", configuration()).contains(PLUGIN)
                && !property("maven.build.cache.alwaysRunPlugins").contains(PLUGIN);
        return unguarded
                ? Optional.of("keyguard: Maven's build cache is active and may skip this gate on a hit, with a verdict"
                        + " that is out of date. Set -Dmaven.build.cache.alwaysRunPlugins=" + PLUGIN
                        + ":* or list keyguard under <executionControl><runAlways> in"
                        + " .mvn/maven-build-cache-config.xml.")
                : Optional.empty();
    }

    private boolean active() {
        String extensions = text(context.projectRoot().resolve(".mvn").resolve("extensions.xml")) + ofUser();
        return (extensions.contains(EXTENSION)
                        || property("maven.ext.class.path").contains(EXTENSION))
                && !property("maven.build.cache.enabled").equals("false")
                && !within("configuration", configuration())
                        .replaceAll("\\s", "")
                        .contains("<enabled>false</enabled>");
    }

    /** Maven 4 reads extensions of the user and of the installation, too. */
    private String ofUser() {
        if (!property("maven.version").startsWith("4")) {
            return "";
        }
        return text(Path.of(property("user.home"), ".m2", "extensions.xml"))
                + text(Path.of(property("maven.home"), "conf", "extensions.xml"));
    }

    private String configuration() {
        String given = property("maven.build.cache.configPath");
        return text(
                given.isEmpty()
                        ? context.projectRoot().resolve(".mvn").resolve("maven-build-cache-config.xml")
                        : context.startedIn().resolve(given));
    }

    /** What stands in the first element of that name, nothing if there is none. */
    private static String within(String element, String xml) {
        int from = xml.indexOf("<" + element + ">");
        int to = xml.indexOf("</" + element + ">", Math.max(from, 0));
        return from < 0 || to < 0 ? "" : xml.substring(from, to);
    }

    private String property(String name) {
        Properties user = context.session().getUserProperties();
        return user.getProperty(name, context.session().getSystemProperties().getProperty(name, ""));
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
                    ? COMMENT.matcher(Files.readString(file, StandardCharsets.UTF_8))
                            .replaceAll("")
                    : "";
        } catch (IOException e) {
            return ""; // a warning less, nothing else
        }
    }
}
