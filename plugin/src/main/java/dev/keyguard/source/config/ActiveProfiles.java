package dev.keyguard.source.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The configuration profiles a scan is limited to. With none, every profile is looked at on its own. With some, only
 * what holds for them is left, and what one of them sets replaces what holds always: as the application would see it.
 *
 * <p>Sources: Spring Boot reference, "Profiles" (groups, {@code spring.profiles.include}; the last profile wins); Quarkus
 * configuration reference, "Profiles" (the last profile wins, {@code quarkus.config.profile.parent}).
 *
 * @param names in the order of activation
 */
public record ActiveProfiles(List<String> names) {
    private static final String GROUP = "spring.profiles.group.";
    private static final Set<String> ADDING = Set.of("spring.profiles.include", "quarkus.config.profile.parent");

    /** More than people have; ends groups that contain each other. */
    private static final int MAX = 100;

    /** Every profile on its own. */
    public static ActiveProfiles all() {
        return new ActiveProfiles(List.of());
    }

    /**
     * What holds of the files of one module.
     *
     * @param layer tells which files override each other: those with the same answer
     */
    public List<ConfigFacts> of(Collection<ConfigFacts> files, Function<ConfigFacts, Object> layer) {
        if (names.isEmpty()) {
            return List.copyOf(files);
        }
        List<String> active = expanded(files);
        Set<String> set = new LinkedHashSet<>(active);
        Map<List<Object>, Integer> strongest = new HashMap<>();
        for (ConfigFacts file : files) {
            for (ConfigEntry entry : file.entries()) {
                if (entry.profile().isPresent() && holds(entry, set)) {
                    strongest.merge(key(file, entry, layer), rank(entry, active), Math::max);
                }
            }
        }
        return files.stream()
                .map(file -> with(
                        file,
                        file.entries().stream()
                                .filter(entry -> holds(entry, set)
                                        && (!Profiles.belongsToFramework(file.path())
                                                || rank(entry, active)
                                                        >= strongest.getOrDefault(key(file, entry, layer), -1)))
                                .toList()))
                .toList();
    }

    private static boolean holds(ConfigEntry entry, Set<String> active) {
        return entry.profile()
                .map(text -> new ProfileExpression(text).holds(active))
                .orElse(true);
    }

    private static List<Object> key(ConfigFacts file, ConfigEntry entry, Function<ConfigFacts, Object> layer) {
        return List.of(layer.apply(file), PropertyName.of(entry.key()).uniform());
    }

    /** The place of the last active profile that an entry is for; -1 if it holds always, 0 if for none by name. */
    private static int rank(ConfigEntry entry, List<String> active) {
        return entry.profile()
                .map(text -> new ProfileExpression(text)
                        .names().stream().mapToInt(active::indexOf).max().orElse(0))
                .map(rank -> Math.max(rank, 0))
                .orElse(-1);
    }

    /** The named profiles with the members of their groups behind and their parents before them. */
    private List<String> expanded(Collection<ConfigFacts> files) {
        List<String> active = new ArrayList<>(new LinkedHashSet<>(names));
        for (int i = 0; i < active.size() && active.size() < MAX; i++) {
            List<String> members = members(active.get(i), files);
            members.removeAll(active);
            active.addAll(i + 1, members);
        }
        Set<String> added = new LinkedHashSet<>(adding(files, new LinkedHashSet<>(active)));
        added.removeAll(active);
        active.addAll(0, added);
        return active;
    }

    private static List<String> members(String profile, Collection<ConfigFacts> files) {
        Set<String> members = new LinkedHashSet<>();
        for (ConfigFacts file : files) {
            for (ConfigEntry entry : file.entries()) {
                String key = withoutIndex(entry.key());
                if (key.startsWith(GROUP) && key.substring(GROUP.length()).equals(profile)) {
                    members.addAll(Profiles.alternatives(entry.value()));
                }
            }
        }
        return new ArrayList<>(members);
    }

    private static List<String> adding(Collection<ConfigFacts> files, Set<String> active) {
        List<String> added = new ArrayList<>();
        for (ConfigFacts file : files) {
            for (ConfigEntry entry : file.entries()) {
                if (ADDING.contains(withoutIndex(entry.key())) && holds(entry, active)) {
                    added.addAll(Profiles.alternatives(entry.value()));
                }
            }
        }
        return added;
    }

    private static String withoutIndex(String key) {
        return Optional.of(key.indexOf('['))
                .filter(bracket -> bracket > 0)
                .map(bracket -> key.substring(0, bracket))
                .orElse(key);
    }

    private static ConfigFacts with(ConfigFacts file, List<ConfigEntry> entries) {
        return new ConfigFacts(file.path(), file.format(), entries, file.suppressions(), file.problems());
    }
}
