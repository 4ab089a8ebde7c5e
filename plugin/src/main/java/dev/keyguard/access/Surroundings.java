package dev.keyguard.access;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where names become values: the process and the user's settings, given in so that nothing else is ever looked at.
 *
 * @param environment variable of the process → value
 * @param properties  system property or user property of the build → value
 * @param servers     id of a {@code <server>} in settings.xml → its password, decrypted
 * @param dotEnv      module → its {@code .env} file, where the user asked for it to be read
 */
public record Surroundings(
        Function<String, Optional<String>> environment,
        Function<String, Optional<String>> properties,
        Function<String, Optional<SecretKey>> servers,
        Function<String, Optional<Path>> dotEnv) {
    /** The process's own environment and properties. */
    public static Surroundings ofProcess(Function<String, Optional<SecretKey>> servers) {
        return new Surroundings(
                name -> Optional.ofNullable(System.getenv(name)),
                name -> Optional.ofNullable(System.getProperty(name)),
                servers,
                module -> Optional.empty());
    }
}
