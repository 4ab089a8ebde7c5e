package dev.keyguard.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Profile;

/**
 * Which endpoints may be sent a key, and where this build takes keys from. Only what the user says counts: the plugin's
 * configuration, an active profile of the user's settings.xml, a typed property. POM properties and files of the
 * checkout ({@code .mvn} included) extend nothing; that is why these two are no ordinary parameters.
 */
record Trust(List<ServiceParameter> services, List<KeyParameter> keys, List<String> warnings) {
    static final String SERVICES = "keyguard.services";
    static final String KEYS = "keyguard.keys";

    /** Adds what the user typed or has in settings.xml to what the plugin's configuration says. */
    static Trust of(MavenContext context, List<ServiceParameter> services, List<KeyParameter> keys) {
        MavenSession session = context.session();
        Path projectRoot = context.projectRoot();
        TypedProperties typed = new TypedProperties(session.getUserProperties(), projectRoot.resolve(".mvn"));
        List<String> warnings = new ArrayList<>();
        for (String name : List.of(SERVICES, KEYS)) {
            if (typed.disregarded(name)) {
                warnings.add("-D" + name + " is disregarded: a file in .mvn names it, and files of the project may not"
                        + " say who gets a key. Put it into the plugin's <configuration> or your settings.xml.");
            }
        }
        Function<String, Optional<String>> fromSettings = settings(session, projectRoot);
        List<ServiceParameter> allServices = new ArrayList<>(services);
        List<KeyParameter> allKeys = new ArrayList<>(keys);
        for (Function<String, Optional<String>> source : List.of(fromSettings, typed::get)) {
            split(source.apply(SERVICES)).forEach(text -> allServices.add(ServiceParameter.typed(text)));
            split(source.apply(KEYS)).forEach(text -> allKeys.add(KeyParameter.typed(text)));
        }
        return new Trust(List.copyOf(allServices), List.copyOf(allKeys), List.copyOf(warnings));
    }

    private static List<String> split(Optional<String> text) {
        return text.stream()
                .flatMap(all -> Arrays.stream(all.split(",")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Whether settings, or some of them, come with the checkout. */
    static boolean foreignSettings(MavenSession session, Path projectRoot) {
        MavenExecutionRequest request = session.getRequest();
        return Files.exists(projectRoot.resolve(".mvn").resolve("settings.xml"))
                || request != null
                        && (within(projectRoot, request.getUserSettingsFile(), "user.home")
                                || within(projectRoot, request.getGlobalSettingsFile(), "maven.home"));
    }

    /** Maven 4 also merges {@code .mvn/settings.xml} of the project; then settings cannot be told apart. */
    private static Function<String, Optional<String>> settings(MavenSession session, Path projectRoot) {
        if (foreignSettings(session, projectRoot) || session.getSettings() == null) {
            return name -> Optional.empty();
        }
        Properties active = new Properties();
        for (Profile profile : session.getSettings().getProfiles()) {
            boolean on = session.getSettings().getActiveProfiles().contains(profile.getId())
                    || profile.getActivation() != null
                            && profile.getActivation().isActiveByDefault();
            if (on) {
                active.putAll(profile.getProperties());
            }
        }
        return name -> Optional.ofNullable(active.getProperty(name));
    }

    /** Whether a settings file comes with the project ({@code -s} in maven.config can say so) rather than from its usual place. */
    private static boolean within(Path project, File file, String usualPlace) {
        if (file == null) {
            return false;
        }
        Path path = file.toPath().toAbsolutePath().normalize();
        String usual = System.getProperty(usualPlace, "");
        boolean atUsualPlace =
                !usual.isEmpty() && (path.startsWith(Path.of(usual, ".m2")) || path.startsWith(Path.of(usual, "conf")));
        return !atUsualPlace && path.startsWith(project);
    }
}
