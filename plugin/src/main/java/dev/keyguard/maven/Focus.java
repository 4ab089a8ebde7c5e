package dev.keyguard.maven;

import dev.keyguard.source.Module;
import dev.keyguard.source.Place;
import dev.keyguard.source.Workspace;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.KeyUse;
import dev.keyguard.usage.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * Leaves of an inventory what concerns the projects that are checked: what is written there, and what is used there
 * wherever it is written. What their context says by itself is reported in its own run.
 */
final class Focus {
    private final Set<String> outside;
    private final TreeSet<String> folders;

    private Focus(Set<String> outside, TreeSet<String> folders) {
        this.outside = outside;
        this.folders = folders;
    }

    static Focus on(Work work, Workspace workspace) {
        TreeSet<String> folders =
                workspace.modules().stream().map(Module::directory).collect(Collectors.toCollection(TreeSet::new));
        List<MavenProject> context = work instanceof Work.Projects projects ? projects.context() : List.of();
        Set<String> outside = context.stream()
                .map(project -> relative(work.root(), project.getBasedir().toPath()))
                .collect(Collectors.toSet());
        return new Focus(outside, folders);
    }

    Inventory narrow(Inventory all) {
        if (outside.isEmpty()) {
            return all;
        }
        return new Inventory(
                all.references().stream().filter(this::concerns).toList(),
                all.keys().stream().filter(this::concerns).toList(),
                all.notes().stream().filter(note -> inside(note.place())).toList(),
                all.problems().stream()
                        .filter(problem -> inside(problem.place()))
                        .toList(),
                all.suppressions().stream()
                        .filter(comment -> inside(comment.place()))
                        .toList(),
                all.annotations().stream()
                        .filter(region -> inside(new Place(region.file(), 1, 1)))
                        .toList(),
                all.filesSeen(),
                all.filesParsed());
    }

    private boolean concerns(Reference reference) {
        return Stream.concat(Stream.of(reference.place()), reference.uses().stream())
                .anyMatch(this::inside);
    }

    private boolean concerns(KeyUse key) {
        return Stream.concat(Stream.of(key.place()), key.uses().stream()).anyMatch(this::inside);
    }

    /** Whether the nearest module above the file is not one that is only context. */
    private boolean inside(Place place) {
        String folder = place.file();
        do {
            int slash = folder.lastIndexOf('/');
            folder = slash < 0 ? "" : folder.substring(0, slash);
        } while (!folder.isEmpty() && !folders.contains(folder));
        return !outside.contains(folder);
    }

    private static String relative(Path root, Path folder) {
        return root.relativize(folder.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
