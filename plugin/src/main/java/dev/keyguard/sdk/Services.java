package dev.keyguard.sdk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The providers keyguard can tell apart: by the host of a base URL and by the conventional names of their variables.
 * Immutable; read from {@code services.json}.
 */
public final class Services {
    private static final String OTHER = "other:";

    private final List<HostPattern> hosts = new ArrayList<>();
    private final Map<String, List<String>> keyNames = new HashMap<>();
    private final Map<String, List<String>> baseUrlNames = new HashMap<>();
    private final Map<String, String> serviceByKeyName = new HashMap<>();
    private final Map<String, String> serviceByBaseUrlName = new HashMap<>();
    private final Map<String, String> baseUrls = new HashMap<>();

    private Services(JsonData data) {
        for (JsonData entry : data.objects("services")) {
            String service = entry.text("service");
            entry.texts("hosts").forEach(host -> hosts.add(HostPattern.of(host, service)));
            keyNames.put(service, entry.texts("keyNames"));
            baseUrlNames.put(service, entry.texts("baseUrlNames"));
            entry.texts("keyNames").forEach(name -> serviceByKeyName.put(normal(name), service));
            entry.texts("baseUrlNames").forEach(name -> serviceByBaseUrlName.put(normal(name), service));
            entry.optionalText("baseUrl").ifPresent(url -> baseUrls.put(service, url));
        }
    }

    /** The providers that come with keyguard. */
    public static Services bundled() {
        return new Services(JsonData.resource("services.json"));
    }

    /**
     * The service behind a base URL: {@code openai}, {@code azure}, {@code other:NAME} of a known provider or
     * {@code other:HOST}. Hosts are compared as hosts, so a proxy with {@code api.openai.com} in its path or before an
     * {@code @} is not OpenAI.
     *
     * @param baseUrl with or without scheme; may hold placeholders such as {@code %s} or <code>${NAME}</code>
     * @return absent where the text names no host or the part that would tell is a placeholder
     */
    public Optional<String> serviceOf(String baseUrl) {
        Authority authority = Authority.of(baseUrl);
        if (authority.host().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> known = hosts.stream()
                .filter(pattern -> pattern.matches(authority))
                .map(HostPattern::service)
                .findFirst();
        return known.isPresent() || authority.open() ? known : Optional.of(OTHER + authority);
    }

    /** Whether a request to that URL reaches OpenAI itself, over TLS. */
    public boolean isOpenAi(String baseUrl) {
        return baseUrl.toLowerCase(Locale.ROOT).startsWith("https://")
                && serviceOf(baseUrl).filter("openai"::equals).isPresent();
    }

    /** The base URL of a service, where it has one for everybody. */
    public Optional<String> baseUrlOf(String service) {
        return Optional.ofNullable(baseUrls.get(service));
    }

    /** Conventional names of the variable that holds a service's key, the usual one first. */
    public List<String> keyNames(String service) {
        return keyNames.getOrDefault(service, List.of());
    }

    /** Conventional names of the variable that holds a service's base URL. */
    public List<String> baseUrlNames(String service) {
        return baseUrlNames.getOrDefault(service, List.of());
    }

    /** The service whose key a variable or property conventionally holds, however the name is spelt. */
    public Optional<String> serviceOfKeyName(String name) {
        return Optional.ofNullable(serviceByKeyName.get(normal(name)));
    }

    /** The service whose base URL a variable or property conventionally holds. */
    public Optional<String> serviceOfBaseUrlName(String name) {
        return Optional.ofNullable(serviceByBaseUrlName.get(normal(name)));
    }

    /** Every conventional key name, sorted. */
    public Set<String> allKeyNames() {
        TreeSet<String> all = new TreeSet<>();
        keyNames.values().forEach(all::addAll);
        return all;
    }

    private static String normal(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** {@code open}: whether the host holds a placeholder. */
    private record Authority(String host, String port, boolean open) {
        static Authority of(String baseUrl) {
            String text = baseUrl.strip();
            int scheme = text.indexOf("://");
            int start = scheme < 0 ? 0 : scheme + 3;
            int end = start;
            while (end < text.length() && "/\\?#".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String authority = text.substring(
                    text.lastIndexOf('@', end - 1) >= start ? text.lastIndexOf('@', end - 1) + 1 : start, end);
            int colon = authority.lastIndexOf(':');
            String port = colon < 0 ? "" : authority.substring(colon + 1);
            boolean hasPort = !port.isEmpty() && port.chars().allMatch(c -> c >= '0' && c <= '9');
            String host = (hasPort ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
            while (host.endsWith(".")) {
                host = host.substring(0, host.length() - 1);
            }
            boolean open = host.indexOf('{') >= 0 || host.indexOf('%') >= 0 || host.indexOf('$') >= 0;
            boolean plausible = !host.isEmpty()
                    && host.chars().noneMatch(Character::isWhitespace)
                    && (scheme > 0 || open || hasPort || host.indexOf('.') > 0 || host.equals("localhost"));
            return new Authority(plausible ? host : "", hasPort ? port : "", open);
        }

        boolean usualPort() {
            return port.isEmpty() || port.equals("443") || port.equals("80");
        }

        @Override
        public String toString() {
            return usualPort() ? host : host + ":" + port;
        }
    }

    /** A host with at most one {@code *}, which stands for one or more characters, and perhaps a port. */
    private record HostPattern(String before, Optional<String> after, Optional<String> port, String service) {
        static HostPattern of(String text, String service) {
            int colon = text.lastIndexOf(':');
            String host = colon < 0 ? text : text.substring(0, colon);
            Optional<String> port = colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
            int star = host.indexOf('*');
            return star < 0
                    ? new HostPattern(host, Optional.empty(), port, service)
                    : new HostPattern(host.substring(0, star), Optional.of(host.substring(star + 1)), port, service);
        }

        boolean matches(Authority authority) {
            String host = authority.host();
            boolean hostMatches = after.map(end -> host.length() > before.length() + end.length()
                            && host.startsWith(before)
                            && host.endsWith(end))
                    .orElseGet(() -> host.equals(before));
            return hostMatches && port.map(authority.port()::equals).orElseGet(authority::usualPort);
        }
    }
}
