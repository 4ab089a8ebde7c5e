package dev.keyguard.usage;

import dev.keyguard.sdk.Services;
import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Linker.Located;
import dev.keyguard.value.Site;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a file shows of HTTP requests to model providers: URLs, paths, {@code Bearer} headers, names of JSON keys. */
final class HttpEvidence {
    private static final String BEARER = "Bearer ";

    private static final Pattern AUTHORITY = Pattern.compile("https?://([^/?#\\s]+)");

    private final Services services;
    private final HttpVocabulary vocabulary;
    private final Linker linker;
    /** Where URLs may stand: what an expression gives is found out when it is asked for, which most files' never are. */
    private final List<Supplier<Stream<Found>>> addresses = new ArrayList<>();

    private final List<Found> urlsWritten = new ArrayList<>();
    private List<Found> urls;
    private final List<Found> paths = new ArrayList<>();
    private final List<Located> bearers = new ArrayList<>();
    private final List<Located> written = new ArrayList<>();
    private final List<Found> names = new ArrayList<>();
    private final Set<String> typeNames = new LinkedHashSet<>();

    /** A text; {@code around} is the expression that it is a part of, or itself. */
    record Found(String text, Expr around, Site site) {}

    HttpEvidence(Services services, HttpVocabulary vocabulary, Linker linker) {
        this.services = services;
        this.vocabulary = vocabulary;
        this.linker = linker;
    }

    void visit(CodeWalk.Visit visit) {
        Expr expression = visit.expression();
        HttpReach.typeName(expression).ifPresent(typeNames::add);
        if (expression instanceof Expr.New created) {
            typeNames.add(created.type().name().split("\\.")[0]);
        } else if (expression instanceof Expr.ClassLiteral literal) {
            typeNames.add(literal.type().name().split("\\.")[0]);
        }
        if (expression instanceof Expr.Literal literal && literal.text().isPresent()) {
            String text = literal.text().get();
            Expr around = visit.parent().orElse(expression);
            if (text.startsWith("http") && services.serviceOf(text).isPresent()) {
                Found written = new Found(text, around, visit.site());
                addresses.add(() -> Stream.of(written));
                urlsWritten.add(written);
            }
            if (vocabulary.operationOf(text).isPresent()) {
                paths.add(new Found(text, around, visit.site()));
            }
            if (vocabulary.raw().isEvidenceKey(text)) {
                names.add(new Found(text, around, visit.site()));
            }
            writtenOut(literal, text, visit);
        } else if (expression instanceof Expr.Concat concat) {
            for (int i = 0; i + 1 < concat.parts().size(); i++) {
                if (concat.parts().get(i) instanceof Expr.Literal literal
                        && literal.text().filter(text -> text.endsWith(BEARER)).isPresent()) {
                    bearers.add(new Located(concat.parts().get(i + 1), visit.site()));
                }
            }
        } else if (expression instanceof Expr.Call call && vocabulary.raw().isUrlMethod(call.name())) {
            address(call, visit.site());
        } else if (expression instanceof Expr.Call call && formatted(call).isPresent()) {
            bearers.add(new Located(formatted(call).get(), visit.site()));
        } else if (expression instanceof Expr.Call call
                && vocabulary.raw().isBearerMethod(call.name())
                && call.arguments().size() == 1) {
            bearers.add(new Located(call.arguments().get(0), visit.site()));
        } else if (expression instanceof Expr.Call call
                && vocabulary.raw().isHeaderMethod(call.name())
                && call.arguments().size() == 2
                && call.arguments().get(0) instanceof Expr.Literal header
                && header.text()
                        .flatMap(vocabulary.raw()::keyHeader)
                        .filter(h -> h.prefix().isBlank())
                        .isPresent()) {
            bearers.add(new Located(call.arguments().get(1), visit.site()));
        }
    }

    /** A whole header value with the key in it: {@code headers.put("Authorization", "Bearer sk-…")}. */
    private void writtenOut(Expr.Literal literal, String text, CodeWalk.Visit visit) {
        String key = text.startsWith(BEARER) ? text.substring(BEARER.length()) : "";
        boolean header = visit.parent().orElse(null) instanceof Expr.Call call
                && vocabulary.raw().isHeaderMethod(call.name())
                && call.arguments().contains(literal);
        if (header && !key.isBlank() && key.chars().noneMatch(c -> Character.isWhitespace(c) || c == '%' || c == '{')) {
            written.add(new Located(
                    new Expr.Literal(literal.kind(), Optional.of(key), literal.placeAt(BEARER.length())),
                    visit.site()));
        }
    }

    /** {@code baseUrl(url)}: the addresses that configuration and constants give it. */
    private void address(Expr.Call call, Site site) {
        boolean open = call.arguments().stream()
                .limit(1)
                .anyMatch(url -> url instanceof Expr.Name || url instanceof Expr.Member || url instanceof Expr.Call);
        if (open) {
            Expr argument = call.arguments().get(0);
            addresses.add(() -> linker.valuesOf(argument, site).stream()
                    .map(Value::template)
                    .filter(text ->
                            text.startsWith("http") && services.serviceOf(text).isPresent())
                    .map(text -> new Found(text, argument, site)));
        }
    }

    /** Whether expressions would have to be followed to know its URLs. */
    boolean isOpen() {
        return urls == null && addresses.size() > urlsWritten.size();
    }

    private List<Found> urls() {
        if (urls == null) {
            urls = addresses.stream().flatMap(Supplier::get).toList();
        }
        return urls;
    }

    /** The key of {@code "Bearer %s".formatted(key)} and {@code String.format("Bearer %s", key)}. */
    private static Optional<Expr> formatted(Expr.Call call) {
        boolean format = call.name().equals("format") && call.arguments().size() == 2;
        Optional<Expr> text = format
                ? call.arguments().stream().findFirst()
                : call.scope().filter(s -> call.name().equals("formatted"));
        return text.filter(Expr.Literal.class::isInstance)
                .flatMap(literal -> ((Expr.Literal) literal).text())
                .filter((BEARER + "%s")::equals)
                .flatMap(
                        bearer -> call.arguments().stream().skip(format ? 1 : 0).findFirst());
    }

    /** Whether the file names a provider's address or a path of its interface. */
    boolean speaksOfProvider() {
        return !urlsWritten.isEmpty() || !paths.isEmpty() || !urls().isEmpty();
    }

    /** Whether it can turn out to be one that {@link #speaksOfProvider}. */
    boolean maySpeakOfProvider() {
        return !addresses.isEmpty() || !paths.isEmpty();
    }

    /** Whether it names paths and leaves the rest of the address to others, as declared HTTP clients do. */
    boolean isInterfaceOfPaths() {
        return urlsWritten.isEmpty() && !paths.isEmpty() && bearers.isEmpty() && urls().isEmpty();
    }

    /** Every service that its URLs name. */
    Set<String> services() {
        Set<String> named = new LinkedHashSet<>();
        urls().forEach(url -> services.serviceOf(url.text()).ifPresent(named::add));
        return named;
    }

    /** Simple names that may be those of types. */
    Set<String> typeNames() {
        return typeNames;
    }

    /** Whether the file sends requests to a model provider at all. */
    boolean speaksToProvider() {
        return speaksForItself() || urls().stream().anyMatch(this::isProvider);
    }

    /** Whether {@link #speaksToProvider} needs no expression followed. */
    boolean speaksForItself() {
        return (!paths.isEmpty() && !bearers.isEmpty()) || urlsWritten.stream().anyMatch(this::isProvider);
    }

    /** A host that nobody knows may be anybody's: then the path has to say that it is a model that is asked. */
    private boolean isProvider(Found url) {
        Matcher authority = AUTHORITY.matcher(url.text());
        boolean nameless = authority.lookingAt()
                && services.serviceOf(url.text())
                        .filter(("other:" + authority.group(1))::equals)
                        .isPresent();
        return !nameless || vocabulary.operationOf(url.text()).isPresent() || !paths.isEmpty() || !bearers.isEmpty();
    }

    /** Whether a URL, path or authentication of a request stands in the same method. */
    boolean speaksNear(Site site) {
        return bearers.stream().anyMatch(found -> sameMethod(found.site(), site))
                || Stream.concat(paths.stream(), urls().stream()).anyMatch(found -> sameMethod(found.site(), site));
    }

    /** Whether a sibling key of a request stands in the same method. */
    boolean hasSibling(Site site) {
        return names.stream().anyMatch(found -> sameMethod(found.site(), site));
    }

    /** Service that the URLs of the same method name, else those of the file; absent where none or several. */
    Optional<String> service(Site site) {
        return only(urls().stream()
                        .filter(found -> sameMethod(found.site(), site))
                        .toList())
                .or(() -> only(urls()));
    }

    /** The base URL behind {@link #service}. */
    Optional<Found> url(Site site) {
        return urls().stream()
                .filter(found -> sameMethod(found.site(), site))
                .findFirst()
                .or(() -> urls().stream().findFirst());
    }

    /**
     * The operation that the paths of the same method name, else those of the file's fields; absent where they name
     * several. What another method asks for says nothing about this one.
     */
    Optional<String> operation(Site site) {
        List<Found> near =
                paths.stream().filter(found -> sameMethod(found.site(), site)).toList();
        List<Found> fields =
                paths.stream().filter(found -> found.site().method().isEmpty()).toList();
        Set<String> named = new LinkedHashSet<>();
        (near.isEmpty() ? fields : near)
                .forEach(found -> vocabulary.operationOf(found.text()).ifPresent(named::add));
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }

    /** What stands behind {@code Bearer}, in the same method or else anywhere in the file. */
    List<Located> bearers(Site site) {
        List<Located> near = allBearers().stream()
                .filter(found -> sameMethod(found.site(), site))
                .toList();
        return near.isEmpty() ? bearers : near;
    }

    /** What stands behind any {@code Bearer} of the file; one written out only where the file speaks to a provider. */
    List<Located> allBearers() {
        if (written.isEmpty() || !speaksToProvider()) {
            return bearers;
        }
        List<Located> all = new ArrayList<>(bearers);
        all.addAll(written);
        return all;
    }

    private Optional<String> only(List<Found> found) {
        Set<String> named = new LinkedHashSet<>();
        found.forEach(url -> services.serviceOf(url.text()).ifPresent(named::add));
        return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
    }

    static boolean sameMethod(Site a, Site b) {
        return a.method().isPresent() && a.method().equals(b.method());
    }
}
