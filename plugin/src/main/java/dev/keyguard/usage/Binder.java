package dev.keyguard.usage;

import dev.keyguard.sdk.Library;
import dev.keyguard.sdk.Role;
import dev.keyguard.source.Module;
import dev.keyguard.source.code.Expr;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Site;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ties a model use to its key and endpoint, in the order of the design: same builder; same options object; client object
 * flow; the framework's configuration group; else the only key there is, marked assumed.
 */
final class Binder {
    private final Requests requests;
    private final ClientSpecs specs;
    private final Endpoints endpoints;
    private final FrameworkConfiguration configuration;
    private final EntryHits hits;
    private final Linker linker;

    /** A key with the endpoint it goes to. */
    record Binding(Endpoint endpoint, KeyName key) {}

    Binder(
            Requests requests,
            ClientSpecs specs,
            Endpoints endpoints,
            FrameworkConfiguration configuration,
            EntryHits hits,
            Linker linker) {
        this.requests = requests;
        this.specs = specs;
        this.endpoints = endpoints;
        this.configuration = configuration;
        this.hits = hits;
        this.linker = linker;
    }

    Binding bind(Hit hit) {
        return bind(hit.library(), hit.entry().operation(), hit.entry().service(), hit.chain(), hit.site());
    }

    Binding bind(Library library, Optional<String> operation, Expr chain, Site site) {
        return bind(library, operation, Optional.empty(), chain, site);
    }

    private Binding bind(Library library, Optional<String> operation, Optional<String> service, Expr chain, Site site) {
        ClientSpec spec = requests.clientOf(chain, site);
        boolean assumed = false;
        if (!spec.hasKey()) {
            spec = spec.orElse(configuration.clientOf(library, operation, site.module(), site.scope()));
        }
        Library serving = library;
        if (!spec.hasKey() && spec.baseUrls().isEmpty()) {
            Optional<Library> provider = configuration.onlyProvider(library, operation, site.module());
            if (provider.isPresent()) {
                serving = provider.get();
                spec = spec.orElse(configuration.clientOf(serving, operation, site.module(), site.scope()));
            }
        }
        if (!spec.hasKey() && takesClientsFrom(library)) {
            Optional<ClientSpec> only = onlyClient(library, site);
            assumed = only.isPresent();
            spec = spec.orElse(only.orElse(ClientSpec.EMPTY));
        }
        return new Binding(
                endpoints.of(spec, serving, service),
                spec.keyless() ? KeyName.NONE : KeyNames.of(spec.keys(), assumed));
    }

    /** A library whose builders carry their own key has nothing to assume: without one there is none. */
    private boolean takesClientsFrom(Library library) {
        return !library.implicitNames().isEmpty()
                || !keyHits(library, Optional.empty()).isEmpty();
    }

    /** The client of the same file, else the module's only one, by distinct keys. */
    private Optional<ClientSpec> onlyClient(Library library, Site site) {
        List<Hit> inFile = keyHits(library, Optional.empty()).stream()
                .filter(key -> key.site().file().path().equals(site.file().path()))
                .toList();
        return distinct(inFile).or(() -> distinct(keyHits(library, Optional.of(site.module()))));
    }

    private List<Hit> keyHits(Library library, Optional<Module> module) {
        List<Hit> all = new ArrayList<>();
        for (Hit key : hits.with(Role.KEY)) {
            if (key.library().client().equals(library.client())
                    && module.map(m -> m.equals(key.site().module())).orElse(true)) {
                all.add(key);
            }
        }
        return all;
    }

    private Optional<ClientSpec> distinct(List<Hit> keys) {
        Map<String, ClientSpec> byName = new LinkedHashMap<>();
        for (Hit key : keys) {
            ClientSpec spec = specs.of(key.chain(), key.site());
            String name = KeyNames.of(spec.keys(), false).name().orElse("");
            byName.putIfAbsent(name, spec);
        }
        return byName.size() == 1 ? byName.values().stream().findFirst() : Optional.empty();
    }

    /**
     * The one client that the code of those files makes, else the only one of the module's, for what is sent by whichever
     * there is; else an unknown one.
     */
    Binding onlyClientOf(Module module, Set<String> files) {
        List<Hit> keys = hits.with(Role.KEY).stream()
                .filter(hit -> hit.site().module().equals(module))
                .toList();
        List<Hit> near = keys.stream()
                .filter(hit -> files.contains(hit.site().file().path()))
                .toList();
        return only(near, false)
                .or(() -> only(keys, true))
                .orElseGet(() -> new Binding(
                        new Endpoint(
                                "unknown",
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        KeyName.NONE));
    }

    private Optional<Binding> only(List<Hit> keys, boolean assumed) {
        return distinct(keys)
                .map(spec -> new Binding(
                        endpoints.of(
                                spec, keys.get(0).library(), keys.get(0).entry().service()),
                        KeyNames.of(spec.keys(), assumed)));
    }

    /** What a model use's values are, each as a draft. */
    List<ModelDraft> drafts(Hit hit) {
        Binding binding = bind(hit);
        List<ModelDraft> drafts = new ArrayList<>();
        for (Value value : Choices.narrowed(linker.valuesOf(hit.argument().orElseThrow(), hit.site()), hit.site())) {
            if (value instanceof Value.Known known && known.text().isBlank()) {
                continue;
            }
            drafts.add(new ModelDraft(
                    value,
                    hit.place(),
                    hit.library().client(),
                    hit.entry().operation().orElse("unknown"),
                    binding.endpoint(),
                    binding.key(),
                    hit.site().scope(),
                    hit.site().module(),
                    Optional.empty()));
        }
        return drafts;
    }
}
