package dev.keyguard.maven;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The user's cache folder, where each system keeps such things. */
record CacheFolder(Map<String, String> environment, String system, Path home) {
    private static final String NAME = "keyguard";

    static Path ofUser() {
        return new CacheFolder(
                        System.getenv(),
                        System.getProperty("os.name", ""),
                        Path.of(System.getProperty("user.home", ".")))
                .path();
    }

    Path path() {
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!xdg.isBlank()) {
            return Path.of(xdg, NAME);
        }
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")
                && !environment.getOrDefault("LOCALAPPDATA", "").isBlank()) {
            return Path.of(environment.get("LOCALAPPDATA"), NAME, "Cache");
        }
        return lower.startsWith("mac")
                ? home.resolve("Library").resolve("Caches").resolve(NAME)
                : home.resolve(".cache").resolve(NAME);
    }
}
