package dev.keyguard.usage;

import dev.keyguard.sdk.Library;
import dev.keyguard.sdk.Services;
import dev.keyguard.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides where a request goes from all that was found about its client. */
final class Endpoints {
    private static final String UNKNOWN = "unknown";

    private final Services services;

    Endpoints(Services services) {
        this.services = services;
    }

    /**
     * The endpoint of a client.
     *
     * @param entryService what the entry point itself fixes
     */
    Endpoint of(ClientSpec spec, Library library, Optional<String> entryService) {
        Optional<String> fixed = spec.service().or(() -> entryService);
        Optional<String> organization = first(spec.organizations());
        Optional<String> project = first(spec.projects());
        Optional<String> maker = library.service().or(spec::maker);
        Optional<String> vendor = fixed.or(() -> maker).filter(service -> !service.equals("openai"));
        List<Value.Known> urls = spec.baseUrls().stream()
                .filter(Value.Known.class::isInstance)
                .map(Value.Known.class::cast)
                .filter(url -> !url.text().isBlank())
                .toList();
        Optional<Value.Known> url = urls.stream().findFirst();
        if (vendor.isPresent()) {
            return new Endpoint(
                    vendor.get(),
                    spec.baseUrls().isEmpty(),
                    url.map(Value.Known::text),
                    organization,
                    project,
                    url.map(Value::trail),
                    variable(spec.baseUrls()));
        }
        if (spec.baseUrls().isEmpty()) {
            return new Endpoint(
                    fixed.or(() -> maker).orElse(UNKNOWN),
                    true,
                    library.defaultBaseUrl(),
                    organization,
                    project,
                    Optional.empty());
        }
        Set<String> named = new TreeSet<>();
        urls.forEach(known -> named.add(services.serviceOf(known.text()).orElse(UNKNOWN)));
        return new Endpoint(
                named.size() == 1 ? named.iterator().next() : UNKNOWN,
                false,
                url.map(Value.Known::text),
                organization,
                project,
                url.map(Value::trail)
                        .or(() -> spec.baseUrls().stream().map(Value::trail).findFirst()),
                variable(spec.baseUrls()));
    }

    /** The variable of the environment that is asked before any of the other values counts. */
    static Optional<String> variable(List<Value> baseUrls) {
        return baseUrls.stream()
                .filter(Value.FromEnvironment.class::isInstance)
                .map(Value.FromEnvironment.class::cast)
                .filter(value -> !value.systemProperty())
                .map(Value.FromEnvironment::name)
                .findFirst();
    }

    private static Optional<String> first(List<Value> values) {
        return values.stream()
                .map(KeyNames::nameOf)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> values.stream()
                        .filter(Value.Known.class::isInstance)
                        .map(value -> ((Value.Known) value).text())
                        .findFirst());
    }
}
