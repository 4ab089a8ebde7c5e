package dev.keyguard.maven;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters about findings, checked. See the goals' pages for what each means. */
record RuleOptions(
        int failWithin, Map<String, String> severities, Optional<Path> baselineFile, Optional<Path> suppressionFile) {
    private static final String SEVERITIES = "keyguard.severities";

    /** Those of the configuration, then those of the property {@code keyguard.severities}. */
    static Map<String, String> severities(Map<String, String> configured, MavenContext context) {
        Map<String, String> all = new LinkedHashMap<>(configured == null ? Map.of() : configured);
        String typed = context.session().getUserProperties().getProperty(SEVERITIES);
        String text = typed != null
                ? typed
                : context.realProject()
                        .map(project -> project.getProperties().getProperty(SEVERITIES))
                        .orElse("");
        for (String pair : text.split(",")) {
            if (!pair.isBlank()) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    throw new BadParameterException(SEVERITIES + " has \"" + pair.strip()
                            + "\"; write rule=level, for example model-unknown=error.");
                }
                all.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return all;
    }
}
