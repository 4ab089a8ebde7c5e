package dev.keyguard.source.config;

import java.util.List;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Says what is wrong with a YAML document, and what to do. */
final class YamlBreak {
    private static final List<String> HARMLESS =
            List.of("mapping values", "could not find expected", "expected ", "found character", "found unexpected");

    private YamlBreak() {}

    static String message(String source, int at, YAMLException broken) {
        String remedy = remedy(source, at);
        if (broken instanceof MarkedYAMLException marked && marked.getProblem() != null) {
            return "The YAML cannot be read from here on ("
                    + marked.getProblem().trim() + "); " + remedy;
        }
        if (at < source.length() && source.codePointAt(at) < ' ') {
            return "The YAML cannot be read from here on (a control character); remove it.";
        }
        return "The YAML cannot be read (it may be nested too deep); " + remedy;
    }

    /** SnakeYAML's words, where they cannot quote a value of the file. */
    private static String why(MarkedYAMLException broken) {
        String problem = broken.getProblem() == null ? "" : broken.getProblem().trim();
        boolean harmless = HARMLESS.stream().anyMatch(problem::startsWith);
        return harmless ? " (" + problem + ")" : "";
    }

    private static String remedy(String source, int at) {
        int end = Math.min(at, source.length());
        int lineStart = source.lastIndexOf('\n', end - 1) + 1;
        int lineEnd = source.indexOf('\n', end);
        String line = source.substring(lineStart, lineEnd < 0 ? source.length() : lineEnd);
        String indentation =
                line.substring(0, line.length() - line.stripLeading().length());
        if (indentation.indexOf('\t') >= 0) {
            return "indent with spaces instead of tabs.";
        }
        return "correct the indentation, or quote the value.";
    }
}
