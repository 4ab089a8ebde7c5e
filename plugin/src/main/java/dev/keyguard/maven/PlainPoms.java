package dev.keyguard.maven;

import dev.keyguard.source.build.BuildFacts;
import dev.keyguard.source.build.PomReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of a stranger's poms Maven may build: those that, with every parent they name by a path, are below the root, and
 * are text that means what it says.
 *
 * @param repositories whether they may name repositories
 */
record PlainPoms(Boundary boundary, boolean repositories) {
    private static final int MAX_PARENTS = 20;
    private static final long MAX_BYTES = 5L << 20;
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']*)[\"']");

    boolean mayBeBuilt(Path pom) {
        Optional<Path> next = Optional.of(pom);
        for (int parents = 0; next.isPresent(); parents++) {
            if (parents > MAX_PARENTS || !boundary.holds(next.get())) {
                return false;
            }
            try {
                if (Files.size(next.get()) > MAX_BYTES) {
                    return false;
                }
                byte[] content = Files.readAllBytes(next.get());
                if (!plain(new String(content, StandardCharsets.ISO_8859_1))) {
                    return false;
                }
                next = parent(next.get(), new PomReader().read("pom.xml", content));
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    /** The parent's file, if there is one where the pom says; else Maven looks in repositories. */
    private static Optional<Path> parent(Path pom, BuildFacts facts) {
        return facts.parent()
                .map(BuildFacts.Parent::relativePath)
                .filter(path -> !path.isBlank())
                .map(path -> pom.resolveSibling(path.replace('\\', '/').strip()).normalize())
                .map(path -> Files.isDirectory(path) ? path.resolve("pom.xml") : path)
                .filter(Files::exists);
    }

    /** No other encoding and no entities, behind which other text could stand. */
    private boolean plain(String text) {
        String start = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        Matcher encoding = ENCODING.matcher(start.lines().findFirst().orElse(""));
        boolean known = !encoding.find()
                || encoding.group(1).toLowerCase(Locale.ROOT).matches("utf-8|us-ascii|ascii|iso-8859-1|windows-1252");
        return known
                && start.startsWith("<")
                && start.indexOf('\0') < 0
                && !start.contains("<!DOCTYPE")
                && !start.contains("<!ENTITY")
                && (repositories || !start.contains("epositories"));
    }
}
