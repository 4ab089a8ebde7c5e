package dev.keyguard.access;

import java.util.Optional;

/**
 * A proxy that requests to providers go through.
 *
 * @param user     name to sign in with, if it asks
 * @param password belongs to {@code user}
 */
public record ProxyServer(String host, int port, Optional<String> user, Optional<SecretKey> password) {}
