package dev.keyguard.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * Where a goal takes its work from: a directory that the user names; for a typed goal, which Maven runs once at the
 * root, every project of the session; for a bound one the current project.
 */
final class WorkSelection {
    static final String PLUGIN = "dev.keyguard:keyguard-maven-plugin";
    private final MavenContext context;

    WorkSelection(MavenContext context) {
        this.context = context;
    }

    /** @param directory what the user named, relative to where Maven was started */
    Work select(Optional<Path> directory) {
        if (directory.isPresent()) {
            return folder(directory.get());
        }
        Optional<MavenProject> current = context.realProject();
        if (current.isEmpty()) {
            return folder(Path.of(""));
        }
        List<MavenProject> checked = context.typed() ? wanted(sessionProjects(current.get())) : List.of(current.get());
        return new Work.Projects(root(current.get()), output(current.get()), checked, upstream(checked));
    }

    private Work folder(Path named) {
        Path root = context.startedIn().resolve(named).normalize();
        if (!Files.isDirectory(root)) {
            throw new BadParameterException(
                    "keyguard.directory is \"" + named + "\", which is no folder. Name an existing one.");
        }
        return new Work.Folder(root);
    }

    private List<MavenProject> sessionProjects(MavenProject current) {
        List<MavenProject> projects = context.session().getProjects();
        return projects == null || projects.isEmpty() ? List.of(current) : projects;
    }

    /** The parameter {@code skip} of a module's own configuration holds in a typed run too. */
    private static List<MavenProject> wanted(List<MavenProject> projects) {
        return projects.stream()
                .filter(project -> !Boolean.parseBoolean(project.getProperties().getProperty("keyguard.skip")))
                .toList();
    }

    private List<MavenProject> all() {
        List<MavenProject> all = context.session().getAllProjects();
        return all == null ? sessionProjects(context.project()) : all;
    }

    /** Projects of the reactor, {@code -pl} or not, that the given ones depend on, nearest first. */
    private List<MavenProject> upstream(List<MavenProject> checked) {
        Map<String, MavenProject> byKey = new LinkedHashMap<>();
        all().forEach(project -> byKey.put(key(project.getGroupId(), project.getArtifactId()), project));
        List<MavenProject> found = new ArrayList<>();
        Deque<MavenProject> open = new ArrayDeque<>(checked);
        while (!open.isEmpty()) {
            for (Dependency dependency : open.remove().getDependencies()) {
                MavenProject project = byKey.get(key(dependency.getGroupId(), dependency.getArtifactId()));
                if (project != null && !found.contains(project) && !checked.contains(project)) {
                    found.add(project);
                    open.add(project);
                }
            }
        }
        return List.copyOf(found);
    }

    private static String key(String groupId, String artifactId) {
        return groupId + ":" + artifactId;
    }

    /** The nearest folder that holds every project: so a module's paths are the same in typed and bound runs. */
    private Path root(MavenProject current) {
        Path root = Optional.ofNullable(context.session().getRequest())
                .map(request -> request.getMultiModuleProjectDirectory())
                .map(file -> file.toPath().toAbsolutePath().normalize())
                .filter(Files::isDirectory)
                .filter(folder -> current.getBasedir().toPath().startsWith(folder))
                .orElse(current.getBasedir().toPath().toAbsolutePath().normalize());
        for (MavenProject project : all()) {
            Path folder =
                    project.getBasedir() == null ? root : project.getBasedir().toPath();
            while (!folder.startsWith(root) && root.getParent() != null) {
                root = root.getParent();
            }
        }
        return root;
    }

    private static Path output(MavenProject project) {
        return Path.of(project.getBuild().getDirectory()).resolve("keyguard");
    }

    /** How many projects of the session bind {@code verify} and do not skip it: that many reports make the whole. */
    int bound() {
        return (int) wanted(sessionProjects(context.project())).stream()
                .filter(project -> bindsVerify(project))
                .count();
    }

    private static boolean bindsVerify(MavenProject project) {
        Plugin plugin = project.getPlugin(PLUGIN);
        return plugin != null
                && plugin.getExecutions().stream()
                        .anyMatch(execution -> execution.getGoals().contains("verify"));
    }
}
