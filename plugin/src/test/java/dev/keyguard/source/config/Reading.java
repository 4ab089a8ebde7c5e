package dev.keyguard.source.config;

import dev.keyguard.source.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a text as a file and shows entries in one line each. */
final class Reading {
    private Reading() {}

    static ConfigFacts read(Reader reader, String path, String content) {
        return (ConfigFacts) reader.read(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code key = value} of every entry. */
    static List<String> pairs(ConfigFacts facts) {
        return facts.entries().stream()
                .map(entry -> entry.key() + " = " + entry.value())
                .toList();
    }

    /** {@code key = value @ line:column} of every entry. */
    static List<String> placed(ConfigFacts facts) {
        return facts.entries().stream()
                .map(entry -> entry.key() + " = " + entry.value() + " @ "
                        + entry.place().line() + ":" + entry.place().column())
                .toList();
    }

    /** {@code profile: key = value} of every entry, {@code -} for no profile. */
    static List<String> profiled(ConfigFacts facts) {
        return facts.entries().stream()
                .map(entry -> entry.profile().orElse("-") + ": " + entry.key() + " = " + entry.value())
                .toList();
    }
}
