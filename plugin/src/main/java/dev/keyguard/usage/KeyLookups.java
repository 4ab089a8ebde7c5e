package dev.keyguard.usage;

import dev.keyguard.sdk.Role;
import dev.keyguard.sdk.Services;
import dev.keyguard.source.Module;
import dev.keyguard.source.Scope;
import dev.keyguard.source.code.AnnotationFact;
import dev.keyguard.source.code.Expr;
import dev.keyguard.source.config.ConfigEntry;
import dev.keyguard.source.config.ConfigFacts;
import dev.keyguard.source.config.Placeholder;
import dev.keyguard.value.Hop;
import dev.keyguard.value.Linker;
import dev.keyguard.value.Program;
import dev.keyguard.value.Trail;
import dev.keyguard.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds where keys are looked up: at the clients that take them, in configuration, and by names that are a key's. */
final class KeyLookups {
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

    private final Linker linker;
    private final Program program;
    private final EntryHits hits;
    private final FrameworkConfiguration configuration;
    private final Services services;
    private final KeyValues keys;
    private final List<KeyDraft> drafts = new ArrayList<>();

    KeyLookups(
            Linker linker, Program program, EntryHits hits, FrameworkConfiguration configuration, Services services) {
        this.linker = linker;
        this.program = program;
        this.hits = hits;
        this.configuration = configuration;
        this.services = services;
        this.keys = new KeyValues(linker, services);
    }

    List<KeyDraft> drafts() {
        return drafts;
    }

    void add(List<KeyDraft> more) {
        drafts.addAll(more);
    }

    /** Keys that clients in code take. */
    void atClients(Endpoints endpoints, ClientSpecs specs) {
        for (Hit hit : hits.with(Role.KEY)) {
            ClientSpec spec = specs.of(hit.chain(), hit.site());
            String service =
                    endpoints.of(spec, hit.library(), hit.entry().service()).service();
            List<Value> values = hit.argument()
                    .map(argument -> keys.of(argument, hit.site()))
                    .orElse(spec.keys());
            boolean credential =
                    hit.argument().filter(a -> !hits.at(a).isEmpty()).isPresent();
            for (Value value : values) {
                if (!(credential && value instanceof Value.Dynamic)) {
                    drafts.add(new KeyDraft(
                            value,
                            hit.argument().isEmpty(),
                            hit.place(),
                            service,
                            hit.library().client(),
                            hit.site().scope(),
                            hit.site().module()));
                }
            }
        }
    }

    /** Keys that raw requests send. */
    void atHeaders(HttpEvidence evidence) {
        evidence.allBearers()
                .forEach(bearer -> keys.of(bearer.expression(), bearer.site())
                        .forEach(value -> drafts.add(new KeyDraft(
                                value,
                                false,
                                bearer.expression().place(),
                                evidence.service(bearer.site()).orElse("unknown"),
                                RawRequests.CLIENT,
                                bearer.site().scope(),
                                bearer.site().module()))));
    }

    /** Injected keys: {@code @Value("${openai.api.key}")}, {@code @ConfigProperty(name = …)}. */
    void visit(CodeWalk.Annotated annotated) {
        AnnotationFact annotation = annotated.annotation();
        String member = annotation.simpleName().equals("ConfigProperty") ? "name" : "value";
        boolean injects = Set.of("Value", "ConfigProperty", "Property").contains(annotation.simpleName());
        Optional<String> text = annotation
                .member(member)
                .filter(value -> injects && value instanceof Expr.Literal)
                .flatMap(value -> ((Expr.Literal) value).text());
        text.map(KeyLookups::propertyOf)
                .filter(name -> services.serviceOfKeyName(name).isPresent())
                .ifPresent(name -> property(
                        name,
                        annotated.site().module(),
                        new Hop(Hop.Kind.LOOKED_UP, annotation.place(), Optional.of(name))));
    }

    private static String propertyOf(String text) {
        if (!text.startsWith("${") || !text.endsWith("}")) {
            return text;
        }
        String inner = text.substring(2, text.length() - 1);
        int colon = inner.indexOf(':');
        return colon < 0 ? inner : inner.substring(0, colon);
    }

    private void property(String name, Module module, Hop hop) {
        String service = services.serviceOfKeyName(name).orElseThrow();
        // the look-up itself is a key use, and so is the entry behind it
        drafts.add(new KeyDraft(
                new Value.FromConfiguration(name, Trail.written(hop.place())),
                false,
                hop.place(),
                service,
                "",
                ConfiguredModels.scope(module, hop.place()),
                module));
    }

    /** Keys in configuration files: those that frameworks read, and those whose name is a key's. */
    void inConfiguration(Module module, Endpoints endpoints) {
        Set<dev.keyguard.source.Place> done = new HashSet<>();
        for (FrameworkConfiguration.Setting setting : configuration.settings(module)) {
            if (setting.property().role() == Role.KEY
                    && done.add(setting.entry().place())
                    && setting.live()) {
                Scope scope = ConfiguredModels.scope(module, setting.entry().place());
                ClientSpec spec = configuration.clientOf(
                        setting.library(), setting.property().group(), setting.wildcard(), module, scope);
                entry(
                        setting.entry(),
                        endpoints
                                .of(spec, setting.library(), setting.property().service())
                                .service(),
                        setting.library().client(),
                        module);
            }
        }
        for (ConfigFacts file : program.configuration(module)) {
            if (!program.moduleOf(file.path()).directory().equals(module.directory())) {
                continue;
            }
            for (ConfigEntry entry : file.entries()) {
                serviceOf(entry, file)
                        .filter(service -> done.add(entry.place()))
                        .ifPresent(service -> entry(entry, service, "", module));
            }
        }
    }

    /** By the entry's own name, that of a variable in any section, or the variable that its whole value is. */
    private Optional<String> serviceOf(ConfigEntry entry, ConfigFacts file) {
        Optional<String> named = services.serviceOfKeyName(entry.key());
        if (named.isPresent()) {
            return named;
        }
        String last = entry.key().substring(entry.key().lastIndexOf('.') + 1);
        if (VARIABLE.matcher(last).matches()) {
            return services.serviceOfKeyName(last);
        }
        boolean reference = entry.value().indexOf('$') == 0 && entry.value().endsWith("}");
        return reference
                ? Placeholder.references(Placeholder.parse(entry.value(), Placeholder.Style.of(file.path())))
                        .flatMap(found -> found.plainName().stream())
                        .flatMap(name -> services.serviceOfKeyName(name).stream())
                        .findFirst()
                : Optional.empty();
    }

    private void entry(ConfigEntry entry, String service, String client, Module module) {
        Scope scope = ConfiguredModels.scope(module, entry.place());
        for (Value value : linker.property(entry.key(), module, scope)) {
            if (value.trail().hops().stream().anyMatch(hop -> hop.place().equals(entry.place()))) {
                drafts.add(new KeyDraft(value, false, entry.place(), service, client, scope, module));
            }
        }
    }
}
