package dev.keyguard.maven;

import dev.keyguard.access.ProxyChooser;
import dev.keyguard.access.ProxyServer;
import dev.keyguard.access.SecretKey;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Servers and proxies of settings.xml, decrypted when one is asked for. */
final class SettingsServers implements ProxyChooser, Function<String, Optional<SecretKey>> {
    private final Settings settings;
    private final SettingsDecrypter decrypter;
    private final boolean foreign;
    private final Log log;

    /** @param foreign whether the settings, or some of them, come with the checkout */
    SettingsServers(Settings settings, SettingsDecrypter decrypter, boolean foreign, Log log) {
        this.settings = settings;
        this.decrypter = decrypter;
        this.foreign = foreign;
        this.log = log;
    }

    /** The password of the server with that id. */
    @Override
    public Optional<SecretKey> apply(String id) {
        Server server = settings.getServer(id);
        if (server == null || server.getPassword() == null) {
            return Optional.empty();
        }
        SettingsDecryptionResult result = decrypt(new DefaultSettingsDecryptionRequest(server));
        return Optional.ofNullable(result.getServer().getPassword())
                .filter(password -> !password.isBlank() && !encrypted(password, "server " + id))
                .map(SecretKey::of);
    }

    /** None from the checkout's settings where requests go unencrypted: such a proxy would read the key. */
    @Override
    public Optional<ProxyServer> proxyFor(URI url) {
        if (foreign && !"https".equalsIgnoreCase(url.getScheme())) {
            return Optional.empty();
        }
        Proxy active = active(url.getScheme());
        if (active == null || url.getHost() == null || excepted(active.getNonProxyHosts(), url.getHost())) {
            return Optional.empty();
        }
        Proxy proxy = decrypt(new DefaultSettingsDecryptionRequest(active)).getProxy();
        Optional<SecretKey> password = Optional.ofNullable(proxy.getPassword())
                .filter(text -> !text.isBlank() && !encrypted(text, "proxy " + proxy.getId()))
                .map(SecretKey::of);
        return Optional.of(
                new ProxyServer(proxy.getHost(), proxy.getPort(), Optional.ofNullable(proxy.getUsername()), password));
    }

    /** One for the scheme before one for the other, as Maven's own downloads choose. */
    private Proxy active(String scheme) {
        List<Proxy> all = settings.getProxies().stream().filter(Proxy::isActive).toList();
        return all.stream()
                .filter(proxy ->
                        proxy.getProtocol() != null && proxy.getProtocol().equalsIgnoreCase(scheme))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
    }

    /** {@code localhost|*.example.com}, as Java spells it. */
    static boolean excepted(String nonProxyHosts, String host) {
        if (nonProxyHosts == null) {
            return false;
        }
        String lower = host.toLowerCase(Locale.ROOT);
        for (String pattern : nonProxyHosts.toLowerCase(Locale.ROOT).split("[|,;\\s]+")) {
            boolean matches = pattern.startsWith("*")
                    ? lower.endsWith(pattern.substring(1))
                    : pattern.endsWith("*")
                            ? lower.startsWith(pattern.substring(0, pattern.length() - 1))
                            : lower.equals(pattern);
            if (!pattern.isEmpty() && matches) {
                return true;
            }
        }
        return false;
    }

    private SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
        SettingsDecryptionResult result = decrypter.decrypt(request);
        for (SettingsProblem problem : result.getProblems()) {
            // the problem's own text could quote what it could not decrypt
            log.warn("keyguard: a password of settings.xml cannot be decrypted (" + problem.getSeverity()
                    + "); see `mvn --encrypt-master-password`.");
        }
        return result;
    }

    /** What could not be decrypted is no key and goes nowhere. */
    private boolean encrypted(String password, String of) {
        boolean still = password.startsWith("{") && password.endsWith("}");
        if (still) {
            log.warn("keyguard: the password of " + of + " in settings.xml could not be decrypted and is not used.");
        }
        return still;
    }
}
