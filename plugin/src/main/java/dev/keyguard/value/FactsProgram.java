package dev.keyguard.value;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.CatalogueIndex;
import dev.keyguard.source.Module;
import dev.keyguard.source.Problem;
import dev.keyguard.source.Reader;
import dev.keyguard.source.Scope;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.config.ActiveProfiles;
import dev.keyguard.source.config.ConfigFacts;
import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.source.tree.FactsStore;
import dev.keyguard.source.tree.LibrarySources;
import dev.keyguard.source.tree.Standing;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The program of a workspace, read on demand through its readers. Call {@link #save} when the run is over. */
public final class FactsProgram implements Program {
    private final Workspace workspace;
    private final FactsStore store;
    private final ActiveProfiles profiles;
    private final Map<String, Scope> scopes = new HashMap<>();
    private final ModuleGraph graph;
    private final Map<String, Module> owners = new HashMap<>();
    private final Map<String, List<ConfigFacts>> configurations = new ConcurrentHashMap<>();
    private final Map<Set<String>, Set<String>> holdingOne = new ConcurrentHashMap<>();
    private Set<String> triggered;
    private boolean configurationRead;
    private Runnable whenTriggered = () -> {};

    /** A program without a cache. */
    public FactsProgram(Workspace workspace, List<Reader> readers, Catalogue catalogue) {
        this(workspace, readers, catalogue, FactsCache.none());
    }

    /** A program that takes the facts of unchanged files from a cache. */
    public FactsProgram(Workspace workspace, List<Reader> readers, Catalogue catalogue, FactsCache cache) {
        this(workspace, readers, catalogue, cache, ActiveProfiles.all());
    }

    /** A program that sees of the configuration what holds for those profiles. */
    public FactsProgram(
            Workspace workspace, List<Reader> readers, Catalogue catalogue, FactsCache cache, ActiveProfiles profiles) {
        this(workspace, readers, CatalogueIndex.of(catalogue), cache, profiles);
    }

    /** Likewise; the index is all of the catalogue that is needed to begin with. */
    public FactsProgram(
            Workspace workspace,
            List<Reader> readers,
            CatalogueIndex index,
            FactsCache cache,
            ActiveProfiles profiles) {
        this(LibrarySources.without(workspace, index), readers, index.triggers(), false, cache, profiles);
    }

    private FactsProgram(
            Workspace workspace,
            List<Reader> readers,
            Set<String> triggers,
            boolean everything,
            FactsCache cache,
            ActiveProfiles profiles) {
        this(workspace, FactsStore.open(workspace, readers, triggers, everything, cache), profiles);
    }

    private FactsProgram(Workspace workspace, FactsStore store, ActiveProfiles profiles) {
        this.workspace = workspace;
        this.profiles = profiles;
        this.store = store;
        this.graph = new ModuleGraph(workspace.modules());
        for (Module module : workspace.modules()) {
            module.files().forEach(file -> {
                owners.putIfAbsent(file.path(), module);
                scopes.putIfAbsent(file.path(), file.scope());
            });
        }
    }

    /** A program that takes every file for triggered and reads all configuration. Slow; its answers are the measure. */
    public static FactsProgram parseEverything(Workspace workspace, List<Reader> readers, Catalogue catalogue) {
        return new FactsProgram(
                LibrarySources.without(workspace, CatalogueIndex.of(catalogue)),
                readers,
                catalogue.triggers(),
                true,
                FactsCache.none(),
                ActiveProfiles.all());
    }

    /** Runs that once, when the first file is found that may use a client library, before it is read. */
    public void whenTriggered(Runnable action) {
        whenTriggered = action;
    }

    @Override
    public List<Module> modules() {
        return workspace.modules();
    }

    @Override
    public List<CodeFacts> triggered(Module module) {
        Set<String> all = triggeredPaths();
        return code(module.files().stream()
                .filter(file -> all.contains(file.path()))
                .toList());
    }

    /** Whether a code file of that module may use a client library. */
    public boolean isTriggered(Module module) {
        Set<String> all = triggeredPaths();
        return module.files().stream().anyMatch(file -> all.contains(file.path()));
    }

    /**
     * Whether a configuration file holds one of the texts, or all words of one of the sets, each somewhere, whatever stands
     * between its letters and digits and in whatever case; true also for a file that cannot be read.
     */
    public boolean configurationHolds(Set<String> texts, List<Set<String>> words) {
        return store.index().configurationHolds(texts, words);
    }

    /**
     * Whether a file of code or configuration holds one of these names, in lower case letters and digits: whatever dots,
     * dashes and underscores stand in it and in whatever case; true also for a file that cannot be read.
     */
    public boolean holds(Collection<String> names) {
        return store.index().holds(names);
    }

    @Override
    public List<CodeFacts> mentioning(Map<String, Standing> identifiers) {
        return code(store.index().mentioning(identifiers));
    }

    @Override
    public boolean mentions(Module module, Set<String> identifiers) {
        announce(identifiers);
        return identifiers.stream()
                .flatMap(identifier -> store.index().mentioning(Map.of(identifier, Standing.ANYHOW)).stream())
                .anyMatch(file -> module.equals(owners.get(file.path())));
    }

    @Override
    public void announce(Set<String> identifiers) {
        store.index().announce(identifiers);
    }

    @Override
    public List<CodeFacts> declaring(String qualifiedName, Module from) {
        Map<String, Integer> distances = graph.distancesFrom(from);
        return code(store.index().declaring(qualifiedName)).stream()
                .filter(facts -> declares(facts, qualifiedName))
                .sorted(Comparator.comparing((CodeFacts facts) ->
                                distances.getOrDefault(ModuleGraph.key(owners.get(facts.path())), Integer.MAX_VALUE))
                        .thenComparing(CodeFacts::path))
                .toList();
    }

    @Override
    public boolean declares(String qualifiedName) {
        return store.index().declares(qualifiedName);
    }

    @Override
    public boolean declares(String qualifiedName, List<Set<String>> words) {
        return store.index().declaring(qualifiedName).stream()
                .anyMatch(file ->
                        words.stream().allMatch(oneOf -> holdingOne(oneOf).contains(file.path())));
    }

    private Set<String> holdingOne(Set<String> words) {
        return holdingOne.computeIfAbsent(words, of -> {
            announce(of);
            Set<String> paths = new HashSet<>();
            of.forEach(word ->
                    store.index().mentioning(Map.of(word, Standing.ANYHOW)).forEach(file -> paths.add(file.path())));
            return paths;
        });
    }

    @Override
    public Set<String> typesIn(String packageName) {
        Set<String> qualified = new TreeSet<>();
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        store.index().typesIn(packageName).forEach(name -> qualified.add(prefix + name));
        return qualified;
    }

    @Override
    public Collection<ConfigFacts> configuration(Module module) {
        return configurations.computeIfAbsent(ModuleGraph.key(module), key -> {
            Set<String> worthReading = configurationRead();
            List<ConfigFacts> read = store.facts(
                    graph.configurationOf(module).stream()
                            .filter(file -> worthReading.contains(file.path()))
                            .toList(),
                    ConfigFacts.class);
            return profiles.of(read, file -> List.of(ModuleGraph.key(moduleOf(file.path())), scopes.get(file.path())));
        });
    }

    /** Paths of what is read. All of it at once: module by module the threads would have too little to do. */
    private synchronized Set<String> configurationRead() {
        Set<String> worthReading = store.index().configuration();
        if (!configurationRead) {
            configurationRead = true;
            store.facts(
                    workspace.modules().stream()
                            .flatMap(module -> module.files().stream())
                            .filter(file -> worthReading.contains(file.path()))
                            .toList(),
                    ConfigFacts.class);
        }
        return worthReading;
    }

    @Override
    public Module moduleOf(String path) {
        Module module = owners.get(path);
        if (module == null) {
            throw new IllegalArgumentException("no module has the file " + path);
        }
        return module;
    }

    /** Files the walk looked at, those that no reader takes included. The same with and without a cache. */
    public int filesSeen() {
        return owners.size() + workspace.otherFiles();
    }

    /** Files that became facts so far, by being read or from the cache. The same with and without a cache. */
    public int filesParsed() {
        return store.count();
    }

    /** What the walk could not read. Problems inside files stand in their facts. */
    public List<Problem> problems() {
        return workspace.problems();
    }

    /** Keeps what was learnt for the next run, if there is a cache. Never fails: a cache is a convenience. */
    public void save() {
        store.save();
    }

    /** All triggered files are read at once, so that the threads have enough to do. */
    private synchronized Set<String> triggeredPaths() {
        if (triggered == null) {
            List<SourceFile> files = store.index().triggered();
            if (!files.isEmpty()) {
                whenTriggered.run();
            }
            store.facts(files, CodeFacts.class);
            triggered = new HashSet<>();
            files.forEach(file -> triggered.add(file.path()));
        }
        return triggered;
    }

    private List<CodeFacts> code(List<SourceFile> files) {
        return store.facts(files, CodeFacts.class);
    }

    private static boolean declares(CodeFacts facts, String qualifiedName) {
        String prefix = facts.packageName().isEmpty() ? "" : facts.packageName() + ".";
        return facts.types().stream()
                .map(type -> prefix + type.name())
                .anyMatch(name -> qualifiedName.equals(name) || qualifiedName.startsWith(name + "."));
    }
}
