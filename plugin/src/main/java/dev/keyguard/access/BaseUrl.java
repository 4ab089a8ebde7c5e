package dev.keyguard.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A base URL taken apart. Only what a client would really call the same is equal: scheme, host in lower case, port with
 * the scheme's own left out, path without a slash at the end.
 */
record BaseUrl(String scheme, String host, int port, String path) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final Pattern PLAIN_HOST = Pattern.compile("[a-z0-9.-]+|\\[[0-9a-f:.]+]");
    private static final Pattern PLAIN_PATH = Pattern.compile("(/[A-Za-z0-9._~:@-]+)*");
    private static final Pattern VERSION = Pattern.compile("/v\\d+[a-z0-9]*$");
    private static final Pattern DOUBLED = Pattern.compile("(/v\\d+[a-z0-9]*)\\1(/|$)");
    private static final List<String> OPERATIONS = List.of(
            "/chat/completions",
            "/completions",
            "/responses",
            "/embeddings",
            "/images/generations",
            "/images/edits",
            "/audio/speech",
            "/audio/transcriptions",
            "/audio/translations",
            "/moderations",
            "/models",
            "/realtime");

    /**
     * Reads a base URL. Empty for whatever leaves a doubt about where a request would go: user information, a query or
     * fragment, dot segments, escapes, other schemes.
     */
    static Optional<BaseUrl> parse(String text) {
        try {
            URI uri = new URI(text.strip());
            if (uri.getScheme() == null || uri.getRawAuthority() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            String path = uri.getRawPath() == null ? "" : withoutSlashes(uri.getRawPath());
            boolean plain = (scheme.equals("https") || scheme.equals("http"))
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && PLAIN_HOST.matcher(host).matches()
                    && !host.endsWith(".")
                    && PLAIN_PATH.matcher(path).matches()
                    && !(path + "/").contains("/../")
                    && !(path + "/").contains("/./");
            if (!plain) {
                return Optional.empty();
            }
            int own = scheme.equals("https") ? HTTPS : HTTP;
            return Optional.of(new BaseUrl(scheme, host, uri.getPort() == -1 ? own : uri.getPort(), path));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** No regular expression: the text comes from scanned files, and any number of slashes may be in it. */
    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** Whether this lies at or below another, the version at the end of either left out. */
    boolean within(BaseUrl other) {
        String above = VERSION.matcher(other.path).replaceFirst("");
        String below = VERSION.matcher(path).replaceFirst("");
        return scheme.equals(other.scheme)
                && host.equals(other.host)
                && port == other.port
                && (below.equals(above) || below.startsWith(above + "/"));
    }

    boolean secure() {
        return scheme.equals("https") && port == HTTPS;
    }

    /** The path of an operation at the end, with which a client's requests go nowhere. */
    Optional<String> operation() {
        return OPERATIONS.stream().filter(path::endsWith).findFirst();
    }

    /** Whether a version stands twice in it. */
    boolean doubled() {
        return DOUBLED.matcher(path).find();
    }

    /** Without the path of an operation, as raw requests name it. */
    BaseUrl withoutOperation() {
        return operation()
                .map(tail -> new BaseUrl(scheme, host, port, path.substring(0, path.length() - tail.length())))
                .orElse(this);
    }

    /** With {@code /v1} at the end, for clients that add it themselves. */
    BaseUrl withVersion() {
        return new BaseUrl(scheme, host, port, path + "/v1");
    }

    /** As a request needs it. */
    String text() {
        boolean own = port == (scheme.equals("https") ? HTTPS : HTTP);
        return scheme + "://" + host + (own ? "" : ":" + port) + path;
    }

    @Override
    public String toString() {
        return text();
    }
}
