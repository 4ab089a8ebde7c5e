package dev.keyguard.value;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.source.FileFacts;
import dev.keyguard.source.Module;
import dev.keyguard.source.Problem;
import dev.keyguard.source.Reader;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.code.CodeFacts;
import dev.keyguard.source.config.ConfigFacts;
import dev.keyguard.source.tree.CodeIndex;
import dev.keyguard.source.tree.FactsStore;
import dev.keyguard.source.tree.FileKind;
import dev.keyguard.source.tree.FileReading;
import dev.keyguard.source.tree.Parallel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The program of a workspace, read on demand through its readers. */
public final class FactsProgram implements Program {
    private final Workspace workspace;
    private final FactsStore store;
    private final CodeIndex index;
    private final Map<String, Module> owners = new HashMap<>();
    private final Map<String, SourceFile> code = new TreeMap<>();
    private Set<String> triggered;

    /** A program without a cache, on all processors. */
    public FactsProgram(Workspace workspace, List<Reader> readers, Catalogue catalogue) {
        this.workspace = workspace;
        Parallel parallel = Parallel.onAllProcessors();
        this.store = new FactsStore(new FileReading(readers), parallel);
        for (Module module : workspace.modules()) {
            for (SourceFile file : module.files()) {
                owners.put(file.path(), module);
                if (FileKind.of(file) == FileKind.CODE) {
                    code.put(file.path(), file);
                }
            }
        }
        this.index = new CodeIndex(List.copyOf(code.values()), catalogue.triggers(), parallel);
    }

    @Override
    public List<Module> modules() {
        return workspace.modules();
    }

    @Override
    public synchronized List<CodeFacts> triggered(Module module) {
        if (triggered == null) {
            List<SourceFile> files = index.triggered();
            store.readAll(files);
            triggered = new HashSet<>();
            files.forEach(file -> triggered.add(file.path()));
        }
        return read(module.files().stream()
                .filter(file -> triggered.contains(file.path()))
                .toList());
    }

    @Override
    public List<CodeFacts> mentioning(Set<String> identifiers) {
        return read(index.mentioning(identifiers));
    }

    @Override
    public List<CodeFacts> declaring(String qualifiedName, Module from) {
        List<SourceFile> candidates = new ArrayList<>();
        for (String top = qualifiedName; !top.isEmpty(); top = top.substring(0, Math.max(0, top.lastIndexOf('.')))) {
            candidates.addAll(files(top));
        }
        return read(candidates).stream()
                .filter(facts -> facts.types().stream().anyMatch(type -> {
                    String name = facts.packageName().isEmpty() ? type.name() : facts.packageName() + "." + type.name();
                    return qualifiedName.equals(name) || qualifiedName.startsWith(name + ".");
                }))
                .distinct()
                .sorted(Comparator.comparing((CodeFacts facts) -> owners.get(facts.path()) == from ? 0 : 1)
                        .thenComparing(CodeFacts::path))
                .toList();
    }

    @Override
    public boolean declares(String qualifiedName) {
        return !files(qualifiedName).isEmpty();
    }

    @Override
    public Set<String> typesIn(String packageName) {
        Set<String> names = new TreeSet<>();
        String folder = packageName.replace('.', '/');
        for (SourceFile file : code.values()) {
            String parent = parent(file.path());
            if (parent.equals(folder) || parent.endsWith("/" + folder)) {
                names.add(
                        packageName + "." + file.name().substring(0, file.name().lastIndexOf('.')));
            }
        }
        return names;
    }

    @Override
    public Collection<ConfigFacts> configuration(Module module) {
        List<ConfigFacts> all = new ArrayList<>();
        for (SourceFile file : module.files()) {
            if (FileKind.of(file) == FileKind.CONFIGURATION) {
                Optional<FileFacts> facts = store.facts(file);
                facts.filter(ConfigFacts.class::isInstance).ifPresent(read -> all.add((ConfigFacts) read));
            }
        }
        return all;
    }

    @Override
    public Module moduleOf(String path) {
        Module module = owners.get(path);
        if (module == null) {
            throw new IllegalArgumentException("no module has the file " + path);
        }
        return module;
    }

    /** Files the walk looked at, those that no reader takes included. */
    public int filesSeen() {
        return owners.size() + workspace.otherFiles();
    }

    /** Files that were turned into facts so far. */
    public int filesParsed() {
        return store.parsed();
    }

    /** What the walk could not read. Problems inside files stand in their facts. */
    public List<Problem> problems() {
        return workspace.problems();
    }

    private List<SourceFile> files(String qualifiedName) {
        String tail = qualifiedName.replace('.', '/');
        return code.values().stream()
                .filter(file -> {
                    String stem = file.path().substring(0, file.path().lastIndexOf('.'));
                    return stem.equals(tail) || stem.endsWith("/" + tail);
                })
                .toList();
    }

    private List<CodeFacts> read(List<SourceFile> files) {
        store.readAll(files);
        List<CodeFacts> facts = new ArrayList<>();
        for (SourceFile file : files) {
            store.facts(file).filter(CodeFacts.class::isInstance).ifPresent(read -> facts.add((CodeFacts) read));
        }
        return facts;
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
