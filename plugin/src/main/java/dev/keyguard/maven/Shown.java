package dev.keyguard.maven;

import dev.keyguard.report.Inert;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Text on its way to the log. Ids, paths, settings and answers are in it, and a terminal obeys control characters. */
final class Shown {
    private Shown() {}

    /** One line, inert but for its tabs, which a diff needs. */
    static String line(String text) {
        return Arrays.stream(text.split("\t", -1)).map(Inert::of).collect(Collectors.joining("\t"));
    }

    /** Several lines. */
    static String text(String text) {
        return text.lines().map(Shown::line).collect(Collectors.joining("\n"));
    }
}
