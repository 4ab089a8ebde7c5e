package dev.keyguard.access;

import java.net.URI;
import java.util.Optional;

/** Which proxy leads to a URL. */
@FunctionalInterface
public interface ProxyChooser {
    /** The proxy; absent where none is set up for it, or where it is an exception ({@code nonProxyHosts}). */
    Optional<ProxyServer> proxyFor(URI url);
}
