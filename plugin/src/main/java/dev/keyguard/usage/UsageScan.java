package dev.keyguard.usage;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.KeyShapes;
import dev.keyguard.sdk.Role;
import dev.keyguard.sdk.Services;
import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.value.FactsProgram;
import dev.keyguard.value.Linker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds every model and key in a workspace that may use some. */
final class UsageScan {
    /** Where something about no file in particular stands. */
    private static final String ALL = ".";

    private final FactsProgram program;
    private final Linker linker;
    private final Services services;
    private final KeyShapes shapes;
    private final UsageVocabulary vocabulary;
    private final EntryHits hits;
    private final FrameworkConfiguration configuration;
    private final LibraryDefaults defaults;
    private final Endpoints endpoints;
    private final RequestObjects objects;
    private final UnnamedModels unnamed;
    private final EmbeddedQueries queries;
    private final KeysByName keysByName;
    private final SettingsInCode settingsInCode;
    private final SettingsInFiles settingsInFiles;
    private final Map<CodeFacts, HttpEvidence> evidence = new LinkedHashMap<>();
    private final List<ModelDraft> models = new ArrayList<>();
    private final List<ConfigurationNote> notes = new ArrayList<>();
    private final Mishaps mishaps = new Mishaps();

    UsageScan(
            Catalogue catalogue,
            Services services,
            KeyShapes shapes,
            UsageVocabulary vocabulary,
            FactsProgram program,
            Linker linker) {
        this.vocabulary = vocabulary;
        this.program = program;
        this.linker = linker;
        this.services = services;
        this.shapes = shapes;
        this.hits = new EntryHits(catalogue, linker);
        this.endpoints = new Endpoints(services);
        this.objects = new RequestObjects(program, linker, vocabulary.http());
        ProviderSettings settings = new ProviderSettings(vocabulary.settings(), services);
        this.queries = new EmbeddedQueries(linker, vocabulary.settings(), services, shapes);
        this.keysByName = new KeysByName(linker, services, program::holds);
        this.settingsInCode = new SettingsInCode(linker, settings, vocabulary.settings());
        this.settingsInFiles = new SettingsInFiles(catalogue, program, linker, settings);
        Classpath classpath = new Classpath(program);
        this.unnamed = new UnnamedModels(catalogue, linker, hits, classpath);
        this.configuration = new FrameworkConfiguration(catalogue, program, linker, classpath);
        this.defaults = new LibraryDefaults(
                catalogue,
                program,
                configuration,
                classpath,
                endpoints,
                linker,
                vocabulary.operations(),
                vocabulary.selections());
    }

    /** The inventory. Runs once. */
    Inventory inventory() {
        KeyLookups keys = new KeyLookups(linker, program, hits, configuration, services);
        List<Inventory.SuppressedRegion> regions = new ArrayList<>();
        for (Module module : program.modules()) {
            for (CodeFacts file : program.triggered(module)) {
                mishaps.run(file.path(), () -> {
                    regions.addAll(SuppressedRegions.of(file));
                    read(file, keys);
                });
            }
        }
        OwnRequestClasses own = new OwnRequestClasses(program, linker, objects, evidence);
        own.files().stream()
                .filter(file -> !evidence.containsKey(file))
                .forEach(file -> mishaps.run(file.path(), () -> read(file, keys)));
        HttpReach reach = new HttpReach(evidence, own.topLevelNames());
        RawRequests raw = new RawRequests(linker, new KeyValues(linker, services), vocabulary, reach, objects);
        evidence.keySet()
                .forEach(file -> mishaps.run(
                        file.path(),
                        () -> new CodeWalk(linker.occurrencesIn(file)).visits().forEach(raw::visit)));
        models.addAll(raw.drafts());
        ClientSpecs specs = new ClientSpecs(linker, new KeyValues(linker, services), hits);
        Requests requests = new Requests(hits, new ObjectRoots(linker), specs);
        Binder binder = new Binder(requests, specs, endpoints, configuration, hits, linker);
        hits.with(Role.MODEL).stream()
                .filter(hit -> hit.argument().isPresent())
                .forEach(hit -> models.addAll(mishaps.found(hit.site().file().path(), () -> binder.drafts(hit))));
        models.addAll(mishaps.found(ALL, () -> unnamed.drafts(binder)));
        mishaps.run(ALL, () -> keys.atClients(endpoints, specs));
        evidence.forEach((file, http) -> mishaps.run(file.path(), () -> keys.atHeaders(http)));
        ConfiguredModels configured = new ConfiguredModels(configuration, endpoints, linker);
        ResourceRequests resources = new ResourceRequests(program, vocabulary.http());
        ConfigurationNotes configurationNotes = new ConfigurationNotes(configuration, program);
        for (Module module : program.modules()) {
            models.addAll(mishaps.found(ALL, () -> configured.of(module)));
            models.addAll(mishaps.found(ALL, () -> resources.of(module, binder)));
            models.addAll(mishaps.found(ALL, () -> defaults.of(module)));
            mishaps.run(ALL, () -> keys.inConfiguration(module, endpoints));
            keys.add(mishaps.found(ALL, () -> defaults.impliedKeys(module)));
            notes.addAll(mishaps.found(ALL, () -> configurationNotes.dead(module)));
        }
        keys.add(mishaps.found(ALL, keysByName::drafts));
        mishaps.run(ALL, () -> addSettings(keys));
        notes.addAll(mishaps.found(ALL, () -> configurationNotes.unresolved(models)));
        notes.addAll(mishaps.found(ALL, new PermissionHandling(linker, hits, vocabulary.refusals())::notes));
        Readings readings = new Readings(program);
        return new Inventory(
                References.merge(models),
                new KeyUses(shapes).merge(keys.drafts()),
                notes.stream()
                        .distinct()
                        .sorted(Comparator.comparing(ConfigurationNote::place)
                                .thenComparing(ConfigurationNote::kind)
                                .thenComparing(ConfigurationNote::name))
                        .toList(),
                readings.problemsWith(mishaps.problems()),
                readings.suppressions(),
                regions,
                program.filesSeen(),
                program.filesParsed());
    }

    /** Settings count where nothing else was found: what flows into a client is better known there. */
    private void addSettings(KeyLookups keys) {
        Set<Place> known = new HashSet<>();
        models.forEach(draft -> known.add(draft.value().trail().origin()));
        List<ModelDraft> more = new ArrayList<>(settingsInCode.models());
        more.addAll(queries.models());
        program.modules().forEach(module -> more.addAll(settingsInFiles.models(module)));
        more.stream()
                .filter(draft -> !known.contains(draft.value().trail().origin()))
                .forEach(models::add);
        keys.add(settingsInCode.keys());
        keys.add(queries.keys());
        program.modules().forEach(module -> keys.add(settingsInFiles.keys(module)));
    }

    private void read(CodeFacts file, KeyLookups keys) {
        HttpEvidence http = new HttpEvidence(services, vocabulary.http(), linker);
        evidence.put(file, http);
        CodeWalk walk = new CodeWalk(linker.occurrencesIn(file));
        walk.annotations().forEach(annotated -> {
            keys.visit(annotated);
            settingsInCode.visit(annotated);
        });
        List<CodeWalk.Visit> visits = walk.visits();
        visits.forEach(http::visit);
        for (CodeWalk.Visit visit : visits) {
            hits.visit(visit);
            unnamed.visit(visit);
            keysByName.visit(visit);
            queries.visit(visit);
            settingsInCode.visit(visit);
        }
    }
}
