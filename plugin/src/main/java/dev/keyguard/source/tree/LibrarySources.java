package dev.keyguard.source.tree;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.Library;
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

    private final Set<String> known = new HashSet<>();

    private LibrarySources(Catalogue catalogue) {
        for (Library library : catalogue.libraries()) {
            library.entryPoints().forEach(entry -> add(entry.className()));
            library.constants().keySet().forEach(this::add);
        }
    }

    /** The workspace without the main code of library modules. */
    public static Workspace without(Workspace workspace, Catalogue catalogue) {
        LibrarySources sources = new LibrarySources(catalogue);
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

    /** Notes the top-level class of a qualified name: everything up to the first capitalised segment. */
    private void add(String qualified) {
        StringBuilder path = new StringBuilder();
        for (String segment : qualified.split("\\.")) {
            if (segment.isEmpty()) {
                return;
            }
            path.append(path.length() == 0 ? "" : "/").append(segment);
            if (Character.isUpperCase(segment.charAt(0))) {
                known.add(path.toString());
                return;
            }
        }
    }

    private boolean isKnown(SourceFile file) {
        if (FileKind.of(file) != FileKind.CODE) {
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
