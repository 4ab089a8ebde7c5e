package dev.keyguard.sdk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How requests to an LLM provider look when no client library makes them. Immutable; read from {@code raw-http.json}.
 */
public final class RawHttp {
    private final Set<String> modelKeys;
    private final Set<String> evidenceKeys;
    private final List<Path> paths = new ArrayList<>();
    private final List<KeyHeader> keyHeaders = new ArrayList<>();
    private final Set<String> organizationHeaders;
    private final Set<String> projectHeaders;
    private final Set<String> headerMethods;
    private final Set<String> bearerMethods;
    private final Set<String> bodyMethods;
    private final Set<String> urlMethods;
    private final List<String> triggers = new ArrayList<>();

    private record Path(String path, String operation) {}

    /**
     * A header that carries a key.
     *
     * @param name    in lower case
     * @param prefix  what stands before the key in its value; empty for most
     * @param service the provider it is peculiar to
     */
    public record KeyHeader(String name, String prefix, Optional<String> service) {}

    private RawHttp(JsonData data) {
        modelKeys = Set.copyOf(data.texts("modelKeys"));
        evidenceKeys = Set.copyOf(data.texts("evidenceKeys"));
        data.objects("paths").forEach(path -> paths.add(new Path(path.text("path"), path.text("operation"))));
        for (JsonData header : data.objects("keyHeaders")) {
            keyHeaders.add(new KeyHeader(
                    lower(header.text("name")),
                    header.optionalText("prefix").orElse(""),
                    header.optionalText("service")));
        }
        organizationHeaders = lower(data.texts("organizationHeaders"));
        projectHeaders = lower(data.texts("projectHeaders"));
        headerMethods = Set.copyOf(data.texts("headerMethods"));
        bearerMethods = Set.copyOf(data.texts("bearerMethods"));
        bodyMethods = Set.copyOf(data.texts("bodyMethods"));
        urlMethods = Set.copyOf(data.texts("urlMethods"));
        triggers.addAll(data.texts("triggerHosts"));
        triggers.addAll(data.texts("triggerPaths"));
        triggers.addAll(data.texts("triggerSettings"));
    }

    /** What comes with keyguard. */
    public static RawHttp bundled() {
        return new RawHttp(JsonData.resource("raw-http.json"));
    }

    /** Whether a member of that name in a request body can name the model. */
    public boolean isModelKey(String member) {
        return modelKeys.contains(member);
    }

    /** The members that {@link #isEvidenceKey} knows. */
    public Set<String> evidenceKeys() {
        return evidenceKeys;
    }

    /** Whether a member of that name beside {@code model} makes the object a request to a model. */
    public boolean isEvidenceKey(String member) {
        return evidenceKeys.contains(member);
    }

    /** What is asked at that URL or path: the operation whose path stands last in it. */
    public Optional<String> operationOf(String url) {
        String path = url.indexOf('?') < 0 ? url : url.substring(0, url.indexOf('?'));
        int best = -1;
        String operation = null;
        for (Path candidate : paths) {
            int end = end(path, candidate.path());
            int weight = end * 100 + candidate.path().length();
            if (end > 0 && weight > best) {
                best = weight;
                operation = candidate.operation();
            }
        }
        return Optional.ofNullable(operation);
    }

    /** Where {@code part} ends in {@code path}, at a segment's end; 0 if it is not there. */
    private static int end(String path, String part) {
        int at = path.lastIndexOf(part);
        while (at >= 0) {
            int end = at + part.length();
            if (end == path.length() || !Character.isLetterOrDigit(path.charAt(end)) && path.charAt(end) != '_') {
                return end;
            }
            at = at == 0 ? -1 : path.lastIndexOf(part, at - 1);
        }
        return 0;
    }

    /** The header of that name, if it carries a key. */
    public Optional<KeyHeader> keyHeader(String name) {
        String wanted = lower(name);
        return keyHeaders.stream()
                .filter(header -> header.name().equals(wanted))
                .findFirst();
    }

    public boolean isOrganizationHeader(String name) {
        return organizationHeaders.contains(lower(name));
    }

    public boolean isProjectHeader(String name) {
        return projectHeaders.contains(lower(name));
    }

    /** Whether {@code method(name, value)} sets a header in some HTTP client, map or annotation. */
    public boolean isHeaderMethod(String method) {
        return headerMethods.contains(method);
    }

    /** Whether {@code method(key)} sets the Authorization header. */
    public boolean isBearerMethod(String method) {
        return bearerMethods.contains(method);
    }

    /** Whether {@code method(url)} tells an HTTP client or request where to go. */
    public boolean isUrlMethod(String method) {
        return urlMethods.contains(method);
    }

    /** Whether {@code method(name, value)} sets a member of a request body in some JSON library or map. */
    public boolean isBodyMethod(String method) {
        return bodyMethods.contains(method);
    }

    /**
     * Hosts and paths by which a file that talks to a provider is found, the ways a body's model member is written, and
     * the ends of dotted settings of a model.
     */
    List<String> triggers() {
        List<String> all = new ArrayList<>(triggers);
        modelKeys.stream().filter(key -> key.startsWith("model")).forEach(key -> {
            all.add('"' + key + '"');
            all.add(key + "\\\"");
        });
        return all;
    }

    private static Set<String> lower(List<String> names) {
        Set<String> result = new HashSet<>();
        names.forEach(name -> result.add(lower(name)));
        return Set.copyOf(result);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
