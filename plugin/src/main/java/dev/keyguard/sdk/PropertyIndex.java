package dev.keyguard.sdk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the properties that a canonical key means; {@code <name>} in a property stands for one segment of the key. */
final class PropertyIndex {
    private static final String NAMED = "<name>";

    private final Map<String, List<ConfigProperty>> literal = new HashMap<>();
    private final Map<String, List<Pattern>> named = new HashMap<>();

    private record Pattern(String[] segments, ConfigProperty property) {}

    PropertyIndex(List<ConfigProperty> properties) {
        for (ConfigProperty property : properties) {
            if (property.name().contains(NAMED)) {
                String[] segments = property.name().split("\\.");
                named.computeIfAbsent(segments[0], first -> new ArrayList<>()).add(new Pattern(segments, property));
            } else {
                literal.computeIfAbsent(property.name(), name -> new ArrayList<>())
                        .add(property);
            }
        }
    }

    /** A property that is spelt out goes before a named one: {@code chat-model} is no name a user chose. */
    List<ConfigProperty> matching(String key) {
        List<ConfigProperty> exact = literal.get(key);
        if (exact != null) {
            return List.copyOf(exact);
        }
        int dot = key.indexOf('.');
        List<Pattern> candidates = dot < 0 ? null : named.get(key.substring(0, dot));
        if (candidates == null) {
            return List.of();
        }
        String[] segments = segments(key);
        return candidates.stream()
                .filter(candidate -> matches(candidate.segments(), segments))
                .map(Pattern::property)
                .toList();
    }

    /** The segments of a key; quotes and brackets keep dots together: {@code models."gpt.4".name}, {@code m[a.b].name}. */
    private static String[] segments(String key) {
        List<String> result = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '"' || c == '[' || c == ']') {
                quoted = c == '[' || c == '"' && !quoted;
                if (c == '[' && segment.length() > 0) {
                    result.add(segment.toString());
                    segment.setLength(0);
                }
            } else if (c == '.' && !quoted) {
                result.add(segment.toString());
                segment.setLength(0);
            } else {
                segment.append(c);
            }
        }
        result.add(segment.toString());
        return result.toArray(String[]::new);
    }

    private static boolean matches(String[] pattern, String[] key) {
        if (pattern.length != key.length) {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (pattern[i].equals(NAMED) ? key[i].isEmpty() : !pattern[i].equals(key[i])) {
                return false;
            }
        }
        return true;
    }
}
