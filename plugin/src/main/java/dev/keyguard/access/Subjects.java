package dev.keyguard.access;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.Library;
import dev.keyguard.usage.Endpoint;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.KeyName;
import dev.keyguard.usage.KeyUse;
import dev.keyguard.usage.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what the code uses into the questions there are: for each reference its key, its endpoint, what is sent along. */
final class Subjects {
    private static final String OPENAI = "openai";
    private static final String AZURE = "azure";
    private static final String HTTP = "http";
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");
    /** {@code org-…} and {@code proj_…}; no key of any provider begins so. */
    private static final Pattern ID = Pattern.compile("(org|proj)[-_][A-Za-z0-9]{3,64}");

    private static final Pattern ENDS_IN_VERSION = Pattern.compile("/v\\d+[a-z0-9]*$");

    private final ProviderProfiles profiles;
    private final Trust trust;
    private final Surroundings surroundings;
    private final Supplier<Catalogue> catalogue;
    private Map<String, Set<Boolean>> pathInBaseUrl;

    Subjects(ProviderProfiles profiles, Trust trust, Surroundings surroundings, Supplier<Catalogue> catalogue) {
        this.profiles = profiles;
        this.trust = trust;
        this.surroundings = surroundings;
        this.catalogue = catalogue;
    }

    /** By client, whether base URLs of its libraries hold {@code /v1}. */
    private synchronized Set<Boolean> pathInBaseUrl(String client) {
        if (pathInBaseUrl == null) {
            pathInBaseUrl = catalogue.get().libraries().stream()
                    .filter(library -> library.service().filter(OPENAI::equals).isPresent())
                    .collect(Collectors.groupingBy(
                            Library::client, Collectors.mapping(Library::pathInBaseUrl, Collectors.toSet())));
        }
        return pathInBaseUrl.getOrDefault(client, Set.of());
    }

    /** The questions of an inventory, without duplicates, and which one is each reference's. */
    record Found(List<Subject> subjects, Map<String, Subject.Identity> ofReference) {}

    Found of(Inventory inventory) {
        Set<String> fromEnvironment = inventory.keys().stream()
                .filter(key -> key.via() == KeyUse.Via.IMPLICIT_ENV)
                .map(KeyUse::name)
                .collect(Collectors.toSet());
        Map<Subject.Identity, Subject> subjects = new HashMap<>();
        Map<String, Subject.Identity> ofReference = new HashMap<>();
        for (Reference reference : inventory.references()) {
            of(reference, fromEnvironment).ifPresent(subject -> {
                subjects.merge(subject.identity(), subject, Subject::and);
                ofReference.put(reference.id(), subject.identity());
            });
        }
        Set<String> asked = subjects.values().stream().map(Subject::key).collect(Collectors.toSet());
        for (KeyUse key : inventory.keys()) {
            if (key.service().equals(OPENAI) && hasValueHere(key.via()) && asked.add(key.name())) {
                Subject subject = of(key, fromEnvironment);
                subjects.put(subject.identity(), subject);
            }
        }
        return new Found(subjects.values().stream().sorted(Subject.ORDER).toList(), Map.copyOf(ofReference));
    }

    /** Not what a caller hands over: that may be a workload identity, and no build has it under a parameter's name. */
    private static boolean hasValueHere(KeyUse.Via via) {
        return via != KeyUse.Via.LITERAL && via != KeyUse.Via.PARAMETER;
    }

    private Optional<Subject> of(Reference reference, Set<String> fromEnvironment) {
        Endpoint endpoint = reference.endpoint();
        List<String> names = names(reference.key());
        Optional<BaseUrl> url = url(reference, names);
        if (reference.key().name().isEmpty() && !keyless(url)) {
            return Optional.empty();
        }
        boolean implicit = names.stream().anyMatch(fromEnvironment::contains);
        return Optional.of(new Subject(
                reference.key().name().orElse(Subject.NO_KEY),
                names,
                endpoint.service(),
                url,
                endpoint.baseUrl().orElse(""),
                sent(endpoint.organization(), implicit, "OPENAI_ORG_ID", "openai.orgId"),
                sent(endpoint.project(), implicit, "OPENAI_PROJECT_ID", "openai.projectId"),
                endpoint.assumed(),
                !reference.key().assumed() && !endpoint.service().equals("unknown"),
                reference.module(),
                defect(reference)));
    }

    private Subject of(KeyUse key, Set<String> fromEnvironment) {
        List<String> names = List.of(key.name());
        boolean implicit = fromEnvironment.contains(key.name());
        Optional<BaseUrl> url =
                trust.assumedUrl(names).or(() -> profiles.openAi().baseUrl().flatMap(BaseUrl::parse));
        return new Subject(
                key.name(),
                names,
                key.service(),
                url,
                "",
                sent(Optional.empty(), implicit, "OPENAI_ORG_ID", "openai.orgId"),
                sent(Optional.empty(), implicit, "OPENAI_PROJECT_ID", "openai.projectId"),
                true,
                false,
                key.module(),
                Optional.empty());
    }

    /** The last name in the chain first, then from the inside out. */
    private static List<String> names(KeyName key) {
        Set<String> names = new LinkedHashSet<>(key.name().stream().toList());
        List<String> chain = new ArrayList<>(key.names());
        Collections.reverse(chain);
        names.addAll(chain);
        return List.copyOf(names);
    }

    private Optional<BaseUrl> url(Reference reference, List<String> names) {
        Endpoint endpoint = reference.endpoint();
        if (endpoint.service().equals(OPENAI) && endpoint.assumed()) {
            return trust.assumedUrl(names)
                    .or(() -> endpoint.baseUrl().flatMap(BaseUrl::parse).map(url -> asSent(url, reference)))
                    .or(() -> profiles.openAi().baseUrl().flatMap(BaseUrl::parse));
        }
        if (endpoint.service().equals(AZURE)) {
            return endpoint.baseUrl().flatMap(BaseUrl::parse);
        }
        return written(endpoint)
                .or(() -> variable(endpoint, names))
                .flatMap(BaseUrl::parse)
                .map(url -> asSent(url, reference))
                .or(() -> profiles.ofService(endpoint.service())
                        .filter(profile -> endpoint.assumed())
                        .flatMap(ProviderProfile::baseUrl)
                        .flatMap(BaseUrl::parse));
    }

    /** What is written, unless this build has the variable for which it stands in. */
    private Optional<String> written(Endpoint endpoint) {
        return endpoint.variable().flatMap(surroundings.environment()).isPresent()
                ? Optional.empty()
                : endpoint.baseUrl();
    }

    /**
     * A base URL that the code takes from a variable of the environment, which this build has too. The code may name any
     * variable, and the address of a web hook is a secret: a value counts only if it may be sent a key anyway, because
     * the user named that endpoint or it is OpenAI's, and is not shown otherwise.
     */
    private Optional<String> variable(Endpoint endpoint, List<String> keyNames) {
        Stream<String> onTheWay = endpoint.trail().stream()
                .flatMap(trail -> trail.hops().stream())
                .flatMap(hop -> hop.name().stream());
        return Stream.concat(endpoint.variable().stream(), onTheWay)
                .filter(name -> VARIABLE.matcher(name).matches())
                .flatMap(name -> surroundings.environment().apply(name).stream())
                .filter(text -> BaseUrl.parse(text)
                        .flatMap(url -> trust.endpoint(url, keyNames))
                        .isPresent())
                .findFirst();
    }

    /** The URL behind which {@code models} lies, as the client would build it. */
    private BaseUrl asSent(BaseUrl url, Reference reference) {
        if (reference.client().equals(HTTP)) {
            return url.withoutOperation();
        }
        // of a family with both kinds of client the list is asked for where there is one
        boolean adds = pathInBaseUrl(reference.client()).contains(false);
        return adds && !ENDS_IN_VERSION.matcher(url.path()).find() ? url.withVersion() : url;
    }

    /** Only where the library is known to put its paths right behind the base URL. */
    private Optional<String> defect(Reference reference) {
        Endpoint endpoint = reference.endpoint();
        boolean behind = pathInBaseUrl(reference.client()).equals(Set.of(true));
        if (!behind || endpoint.assumed() || endpoint.service().equals(AZURE)) {
            return Optional.empty();
        }
        return endpoint.baseUrl()
                .flatMap(BaseUrl::parse)
                .flatMap(url -> url.operation()
                        .map(path -> "it ends in " + path + ", which the client adds itself; leave that out")
                        .or(() -> url.doubled()
                                ? Optional.of("the version stands in it twice; write it once")
                                : Optional.empty()));
    }

    private boolean keyless(Optional<BaseUrl> url) {
        return url.flatMap(where -> trust.endpoint(where, List.of()))
                .filter(endpoint -> endpoint.profile().keyless())
                .isPresent();
    }

    /**
     * What goes along with the key: the variable's value or what is written; for {@code fromEnv()} its own variables. The
     * code may name any variable: its value goes out only if it has the form of an organization's or project's id.
     */
    private Optional<String> sent(Optional<String> written, boolean implicit, String variable, String property) {
        if (written.isPresent()) {
            String text = written.get();
            boolean named = VARIABLE.matcher(text).matches();
            return named
                    ? surroundings
                            .environment()
                            .apply(text)
                            .filter(value -> ID.matcher(value).matches())
                    : written.filter(value -> value.indexOf('.') < 0);
        }
        return implicit
                ? surroundings
                        .properties()
                        .apply(property)
                        .or(() -> surroundings.environment().apply(variable))
                        .filter(value -> !value.isBlank())
                : Optional.empty();
    }
}
