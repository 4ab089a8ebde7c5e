package dev.keyguard.usage;

import dev.keyguard.sdk.Services;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.config.PropertyName;
import dev.keyguard.value.Hop;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Site;
import dev.keyguard.value.Trail;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Keys that code looks up by a name that is conventional for one, whoever takes them. */
final class KeysByName {
    private static final Set<String> LOOKUPS = Set.of(
            "getenv",
            "get",
            "path",
            "getOrDefault",
            "getProperty",
            "getRequiredProperty",
            "getValue",
            "getOptionalValue",
            "getString",
            "optString",
            "getSecret",
            "getSecretValue",
            "getParameter");

    /** Whether a variable or constant of that name may hold a key's name. */
    private static final Pattern MAY_HOLD = Pattern.compile("(?i).*(key|token|secret).*");

    private static final Pattern TREE = Pattern.compile("(Json|JSON|Object|Yaml|Toml)(Node|Object|Element|Table)");
    private static final Pattern STORE = Pattern.compile("(?i).*(secret|vault).*");

    /** How most of the conventional names end. */
    private static final String ENDING = "apikey";

    private static final Set<String> STUBS = Set.of("thenReturn", "willReturn");

    private final Linker linker;
    private final Services services;
    private final Predicate<Collection<String>> written;
    private final List<KeyDraft> drafts = new ArrayList<>();
    private Optional<Boolean> anyWritten = Optional.empty();

    /** @param written whether one of these names, in letters and digits, is written anywhere in the workspace */
    KeysByName(Linker linker, Services services, Predicate<Collection<String>> written) {
        this.linker = linker;
        this.services = services;
        this.written = written;
    }

    List<KeyDraft> drafts() {
        return drafts;
    }

    void visit(CodeWalk.Visit visit) {
        if (visit.expression() instanceof Expr.Call call && STUBS.contains(call.name())) {
            stub(call, visit.site());
        }
        if (visit.expression() instanceof Expr.Call call
                && LOOKUPS.contains(call.name())
                && !call.arguments().isEmpty()) {
            List<String> names = names(call.arguments().get(0), visit.site()).stream()
                    .filter(name -> services.serviceOfKeyName(name).isPresent())
                    .toList();
            if (!names.isEmpty()) {
                add(call, names.get(0), visit.site());
            }
        }
    }

    /** What a mock gives where it is asked for a key: {@code when(settings.apiKey()).thenReturn("…")}. */
    private void stub(Expr.Call answer, Site site) {
        if (answer.arguments().size() == 1
                && answer.scope().orElse(null) instanceof Expr.Call when
                && when.arguments().size() == 1
                && when.arguments().get(0) instanceof Expr.Call asked
                && asked.arguments().isEmpty()
                && PropertyName.lettersOf(asked.name()).endsWith("apikey")) {
            linker.valuesOf(answer.arguments().get(0), site).stream()
                    .filter(Value.Known.class::isInstance)
                    .forEach(value ->
                            drafts.add(KeyDraft.inCode(value, answer.place(), "unknown", Optional.empty(), site)));
        }
    }

    private List<String> names(Expr argument, Site site) {
        if (argument instanceof Expr.Literal literal) {
            return literal.text().stream().toList();
        }
        Optional<String> variable = argument instanceof Expr.Name name
                ? Optional.of(name.name())
                : argument instanceof Expr.Member member ? Optional.of(member.name()) : Optional.empty();
        return variable.filter(name -> MAY_HOLD.matcher(name).matches()).filter(name -> anyWritten()).stream()
                .flatMap(name -> linker.valuesOf(argument, site).stream())
                .filter(Value.Known.class::isInstance)
                .map(value -> ((Value.Known) value).text())
                .toList();
    }

    /** Every map is asked for what is called a key: where no key's name is written, none of them need be followed. */
    private boolean anyWritten() {
        if (anyWritten.isEmpty()) {
            Set<String> names = new HashSet<>();
            services.allKeyNames().forEach(name -> names.add(PropertyName.lettersOf(name)));
            names.add(ENDING); // a provider's name may be put before it
            anyWritten = Optional.of(written.test(names));
        }
        return anyWritten.get();
    }

    private void add(Expr.Call call, String name, Site site) {
        String service = services.serviceOfKeyName(name).orElseThrow();
        List<Value> values = linker.valuesOf(call, site);
        values.stream()
                .filter(value -> KeyNames.nameOf(value).isPresent())
                .forEach(value -> drafts.add(KeyDraft.inCode(value, call.place(), service, Optional.empty(), site)));
        if (values.stream().allMatch(Value.Dynamic.class::isInstance)) {
            store(call, site).ifPresent(via -> {
                Hop hop = new Hop(Hop.Kind.WRITTEN, call.place(), Optional.of(name));
                Value entry = new Value.FromConfiguration(name, new Trail(List.of(hop)));
                drafts.add(KeyDraft.inCode(entry, call.place(), service, Optional.of(via), site));
            });
        }
    }

    /** What is looked into where the value engine knows no such store: the tree of a file, a secret manager. */
    private Optional<KeyUse.Via> store(Expr.Call call, Site site) {
        if (call.scope().isEmpty()) {
            return Optional.empty();
        }
        String type = linker.typeOf(call.scope().get(), site).orElse("");
        String simple = type.substring(type.lastIndexOf('.') + 1);
        if (TREE.matcher(simple).matches()) {
            return Optional.of(KeyUse.Via.FILE);
        }
        boolean secrets = STORE.matcher(simple).matches()
                || call.name().toLowerCase(Locale.ROOT).contains("secret")
                || call.scope().get() instanceof Expr.Name name
                        && STORE.matcher(name.name()).matches();
        return secrets ? Optional.of(KeyUse.Via.SECRET_MANAGER) : Optional.empty();
    }
}
