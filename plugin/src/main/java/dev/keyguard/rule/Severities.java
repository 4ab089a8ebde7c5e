package dev.keyguard.rule;

import dev.keyguard.source.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the user wants each rule to be. */
public final class Severities {
    /** Every rule as it comes. */
    public static final Severities DEFAULT = new Severities(Map.of());

    private final Map<String, Optional<Severity>> levels;

    private Severities(Map<String, Optional<Severity>> levels) {
        this.levels = levels;
    }

    /**
     * Reads {@code rule=error|warning|info|off}.
     *
     * @throws BadSettingException naming the rule or level that does not exist
     */
    public static Severities parse(Map<String, String> settings) {
        Collection<String> known = Rules.all().stream().map(Rule::id).toList();
        Map<String, Optional<Severity>> levels = new TreeMap<>();
        settings.forEach((rule, level) -> {
            String id = rule.strip();
            if (!known.contains(id)) {
                throw new BadSettingException("severities: there is no rule " + id + meant(id, known));
            }
            levels.put(id, level(id, level == null ? "" : level));
        });
        return new Severities(levels);
    }

    private static Optional<Severity> level(String rule, String level) {
        return switch (level.strip().toLowerCase(Locale.ROOT)) {
            case "error" -> Optional.of(Severity.ERROR);
            case "warning" -> Optional.of(Severity.WARNING);
            case "info" -> Optional.of(Severity.INFO);
            case "off" -> Optional.empty();
            default ->
                throw new BadSettingException(
                        "severities: " + rule + "=" + level + " is no level; use error, warning, info or off");
        };
    }

    private static String meant(String id, Collection<String> known) {
        List<String> near = EditDistance.near(id, known);
        return near.isEmpty() ? "; the rules are " + String.join(", ", known) : "; did you mean " + near.get(0) + "?";
    }

    /**
     * The finding as the user wants it, absent if the rule is off. Test scope is one step lower, save where
     * {@code online=required} raised a finding above its rule.
     */
    Optional<Finding> apply(Finding finding, Rule rule) {
        Optional<Severity> set = levels.getOrDefault(rule.id(), Optional.of(finding.severity()));
        boolean raised = !levels.containsKey(rule.id()) && finding.severity().compareTo(rule.severity()) < 0;
        boolean lower = finding.scope() == Scope.TEST && !raised;
        return set.map(severity -> finding.withSeverity(lower ? severity.lower() : severity));
    }
}
