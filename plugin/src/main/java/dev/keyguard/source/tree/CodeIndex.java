package dev.keyguard.source.tree;

import dev.keyguard.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * What the bytes of a workspace's files say without being parsed: which are worth reading, which mention a word, which
 * declare a type. Looks when first asked. Safe to share between threads.
 */
public final class CodeIndex {
    private final List<SourceFile> code;
    private final List<SourceFile> configuration;
    private final Prefilter prefilter;
    private final Prefilter configurationFilter;
    private final Mentions mentions;
    private final Predicate<Glance> worth;
    private final FactsMemory memory;
    private final Parallel parallel;
    private Map<String, Glance> glances;
    private Declarations declarations;
    private Set<String> worthReading;

    /**
     * @param code       code files in the order of their paths
     * @param configuration likewise, what may be configuration
     * @param triggers   texts one of which is in every file worth reading at once
     * @param everything whether every file is worth reading: slow, for comparison
     */
    CodeIndex(
            List<SourceFile> code,
            List<SourceFile> configuration,
            Set<String> triggers,
            boolean everything,
            FactsMemory memory,
            Parallel parallel) {
        this.code = List.copyOf(code);
        this.configuration = List.copyOf(configuration);
        this.prefilter = new Prefilter(triggers, memory, parallel);
        this.configurationFilter = new Prefilter(ConfigurationPolicy.triggers(triggers), memory, parallel);
        this.mentions = new Mentions(this.code, memory, parallel);
        this.memory = memory;
        this.parallel = parallel;
        this.worth = everything ? glance -> true : Glance::worth;
    }

    /** Code files worth reading at once, in the order of their paths. */
    public List<SourceFile> triggered() {
        look();
        return code.stream()
                .filter(file -> worth.test(glances.get(file.path())))
                .toList();
    }

    /** Files in which all of these words occur whole and may stand so, in the order of their paths. */
    public List<SourceFile> mentioning(Map<String, Standing> words) {
        return mentions.of(words);
    }

    /** Finds the answers for many words in one pass over the files. */
    public void announce(Collection<String> words) {
        mentions.announce(words);
    }

    /** Hands what was learnt to the memory. */
    void save() {
        mentions.save();
    }

    /** Files that may declare that top-level or nested type. */
    public List<SourceFile> declaring(String qualifiedName) {
        Set<SourceFile> all = new LinkedHashSet<>();
        for (String top = qualifiedName; !top.isEmpty(); top = before(top)) {
            all.addAll(declarations().declaring(before(top), top.substring(top.lastIndexOf('.') + 1)));
        }
        return new ArrayList<>(all);
    }

    /** Whether a file declares that top-level type. */
    public boolean declares(String qualifiedName) {
        return !declarations()
                .declaring(before(qualifiedName), qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1))
                .isEmpty();
    }

    /** Simple names of the top-level types of a package. */
    public Set<String> typesIn(String packageName) {
        return declarations().typesIn(packageName);
    }

    /** Paths of the configuration files worth reading. */
    public synchronized Set<String> configuration() {
        if (worthReading == null) {
            worthReading = chosen();
        }
        return worthReading;
    }

    /** Whether a configuration file holds one of the texts, or all words of one of the sets; see {@link LooseSearch}. */
    public boolean configurationHolds(Set<String> texts, List<Set<String>> words) {
        return anyHolds(configuration, new LooseSearch(texts, words));
    }

    /** Whether any file of code or configuration holds one of the names; see {@link LooseSearch#ofNames}. */
    public boolean holds(Collection<String> names) {
        LooseSearch search = LooseSearch.ofNames(names);
        return anyHolds(code, search) || anyHolds(configuration, search);
    }

    private boolean anyHolds(List<SourceFile> files, LooseSearch search) {
        AtomicBoolean found = new AtomicBoolean();
        parallel.each(files, LooseSearch.Reading::new, (reading, file) -> {
            if (!found.get() && reading.holds(file, search)) {
                found.set(true);
            }
        });
        return found.get();
    }

    private Set<String> chosen() {
        Set<String> chosen = new HashSet<>();
        List<SourceFile> doubtful = new ArrayList<>();
        for (SourceFile file : configuration) {
            if (ConfigurationPolicy.always(file)) {
                chosen.add(file.path());
            } else {
                doubtful.add(file);
            }
        }
        Map<String, Glance> seen = configurationFilter.glances(doubtful);
        doubtful.stream().filter(file -> worth.test(seen.get(file.path()))).forEach(file -> chosen.add(file.path()));
        Set<String> left = new TreeSet<>();
        doubtful.stream().filter(file -> !chosen.contains(file.path())).forEach(file -> left.add(file.name()));
        if (!left.isEmpty()) {
            Set<String> named = new NamedFiles(left).in(triggered());
            doubtful.stream().filter(file -> named.contains(file.name())).forEach(file -> chosen.add(file.path()));
        }
        return chosen;
    }

    private synchronized void look() {
        if (glances == null) {
            glances = prefilter.glances(code);
        }
    }

    private synchronized Declarations declarations() {
        look();
        if (declarations == null) {
            declarations = new Declarations(code, glances, memory);
        }
        return declarations;
    }

    private static String before(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
