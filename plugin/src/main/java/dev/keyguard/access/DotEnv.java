package dev.keyguard.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** One value of a {@code .env} file. */
record DotEnv(Path file) {
    private static final long LARGEST = 256 * 1024;

    /** The value of that name; empty where the file does not set it or cannot be read. */
    Optional<String> value(String name) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Optional<String> last = Optional.empty();
            for (String line : text.split("\\R")) {
                String entry = line.strip();
                String set = entry.startsWith("export ")
                        ? entry.substring("export ".length()).strip()
                        : entry;
                int equals = set.indexOf('=');
                if (equals > 0 && set.substring(0, equals).strip().equals(name)) {
                    last = Optional.of(unquoted(set.substring(equals + 1).strip()))
                            .filter(value -> !value.isBlank());
                }
            }
            return last;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String unquoted(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        if (first == '"' || first == '\'') {
            int end = text.indexOf(first, 1);
            return end < 0 ? text : text.substring(1, end);
        }
        int comment = text.indexOf(" #");
        return comment < 0 ? text : text.substring(0, comment).strip();
    }
}
