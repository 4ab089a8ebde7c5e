package dev.keyguard.source.tree;

import dev.keyguard.sdk.CatalogueIndex;
import dev.keyguard.source.Module;
import dev.keyguard.source.Scope;
import dev.keyguard.source.SourceFile;
import dev.keyguard.source.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out the sources of client libraries themselves: a repository that holds a library next to the code that uses it.
 * What the library's code does is in the catalogue, which knows it by name; read as a program, every constant of it would
 * be a place where a model is written. A module is a library's if it declares many of the classes that the catalogue
 * knows; a few copied classes do not make one.
 */
public final class LibrarySources {
    private static final int MANY = 8;

    private final Set<String> known;
    /** Their last segments: most files are told by that alone. */
    private final Set<String> names = new HashSet<>();

    private LibrarySources(CatalogueIndex index) {
        known = index.classes();
        known.forEach(path -> names.add(path.substring(path.lastIndexOf('/') + 1)));
    }

    /** The workspace without the main code of library modules. */
    public static Workspace without(Workspace workspace, CatalogueIndex index) {
        LibrarySources sources = new LibrarySources(index);
        List<Module> modules = new ArrayList<>();
        int left = 0;
        for (Module module : workspace.modules()) {
            Module kept = sources.without(module);
            left += module.files().size() - kept.files().size();
            modules.add(kept);
        }
        return left == 0
                ? workspace
                : new Workspace(workspace.root(), modules, workspace.problems(), workspace.otherFiles() + left);
    }

    private Module without(Module module) {
        long declared =
                module.files().stream().filter(this::isKnown).limit(MANY).count();
        if (declared < MANY) {
            return module;
        }
        List<SourceFile> kept = module.files().stream()
                .filter(file -> FileKind.of(file) != FileKind.CODE || file.scope() == Scope.TEST)
                .toList();
        return new Module(module.name(), module.directory(), kept, module.build(), module.dependencies());
    }

    private boolean isKnown(SourceFile file) {
        String name = file.name();
        int ending = name.lastIndexOf('.');
        if (!names.contains(ending < 0 ? name : name.substring(0, ending)) || FileKind.of(file) != FileKind.CODE) {
            return false;
        }
        int dot = file.path().lastIndexOf('.');
        String stem = dot < 0 ? file.path() : file.path().substring(0, dot);
        for (int slash = stem.indexOf('/'); slash >= 0; slash = stem.indexOf('/', slash + 1)) {
            if (known.contains(stem.substring(slash + 1))) {
                return true;
            }
        }
        return known.contains(stem);
    }
}
