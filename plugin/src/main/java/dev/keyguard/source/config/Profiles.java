package dev.keyguard.source.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which profiles a file, a document of it or a key holds for. */
final class Profiles {
    /** Keys whose value says for which profiles a document holds, without dashes and in lower case. */
    private static final Set<String> ACTIVATION = Set.of("spring.config.activate.onprofile", "spring.profiles");

    private static final Pattern FILE =
            Pattern.compile("(?:application|bootstrap|microprofile-config)-([^/]+)\\.[^./]+");

    private static final Pattern FRAMEWORK =
            Pattern.compile("(?:application|bootstrap|microprofile-config)(?:-[^/]+)?\\.[^./]+");

    private Profiles() {}

    /** Whether a framework merges the file with its others, so that entries override each other. */
    static boolean belongsToFramework(String path) {
        return FRAMEWORK.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }

    /** The profile that the name of a configuration file carries. */
    static Optional<String> ofFile(String path) {
        Matcher matcher = FILE.matcher(path.substring(path.lastIndexOf('/') + 1));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether the key's value names the profiles of its document; a list item of such a key counts too. */
    static boolean activates(String key) {
        int bracket = key.indexOf('[');
        String plain = bracket < 0 ? key : key.substring(0, bracket);
        return plain.length() < 50 && ACTIVATION.contains(plain.replace("-", "").toLowerCase(java.util.Locale.ROOT));
    }

    /** The alternatives of a comma-separated list; an expression with {@code &}, {@code |} or {@code !} stays whole. */
    static List<String> alternatives(String value) {
        return Arrays.stream(value.split(","))
                .map(String::trim)
                .filter(profile -> !profile.isEmpty())
                .collect(Collectors.toList());
    }

    /** Profiles of an entry, from its file's, its document's and its key's; empty if it holds always. */
    static List<String> joined(Optional<String> file, List<String> document, List<String> key) {
        List<String> joined = List.of();
        for (List<String> level : List.of(file.stream().toList(), document, key)) {
            joined = both(joined, level);
        }
        return joined;
    }

    private static List<String> both(List<String> outer, List<String> inner) {
        if (outer.isEmpty() || inner.isEmpty()) {
            return outer.isEmpty() ? inner : outer;
        }
        List<String> both = new ArrayList<>();
        for (String first : outer) {
            for (String second : inner) {
                both.add(first.equals(second) ? first : enclosed(first) + " & " + enclosed(second));
            }
        }
        return both;
    }

    private static String enclosed(String expression) {
        return expression.contains("|") ? "(" + expression + ")" : expression;
    }
}
