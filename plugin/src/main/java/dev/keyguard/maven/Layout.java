package dev.keyguard.maven;

import dev.keyguard.source.Dependencies;
import dev.keyguard.source.Reader;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.build.BuildFacts;
import dev.keyguard.source.tree.TreeWalk;
import dev.keyguard.source.tree.WalkOptions;
import dev.keyguard.source.tree.WorkspaceBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;

/** Turns the work into a workspace: which folders of a project hold what. */
final class Layout {
    private final Job job;
    private final List<Reader> readers;
    private final ClassPaths classPaths;

    Layout(Job job, List<Reader> readers) {
        this.job = job;
        this.readers = readers;
        this.classPaths = classPaths(job.context().session().getRepositorySession());
    }

    private ClassPaths classPaths(RepositorySystemSession repositories) {
        return new ClassPaths(
                job.services().dependenciesResolver(),
                repositories,
                job.context().log());
    }

    Workspace workspace() {
        return job.work() instanceof Work.Projects projects ? projects(projects) : folder();
    }

    private boolean resolves() {
        return !job.context().inIde()
                && job.options().resolve().orElse(job.work().resolves());
    }

    private Workspace folder() {
        return new TreeWalk(readers, options(this::libraries)).walk(job.root());
    }

    /** What build files say; with {@code resolve} what Maven makes of each pom, too. */
    private Map<String, Dependencies> libraries(Map<String, BuildFacts> builds) {
        Map<String, Dependencies> all = new TreeMap<>(new Libraries(job.root()).written(builds));
        if (resolves()) {
            MavenSession session = job.context().session();
            RepositorySystemSession users = UsersRepositories.in(
                    session.getRepositorySession(),
                    session.getProjectBuildingRequest().getRemoteRepositories());
            TreePoms poms = new TreePoms(job.root(), builds, Optional.ofNullable(users.getWorkspaceReader()));
            RepositorySystemSession repositories = new TreeSession(users, poms);
            FolderProjects projects = new FolderProjects(
                    job.services().projectBuilder(),
                    session,
                    classPaths(repositories),
                    repositories,
                    job.context().log());
            projects.dependencies(job.root(), builds.keySet())
                    .forEach((folder, resolved) ->
                            all.merge(folder, resolved, (written, found) -> Libraries.join(found, written)));
        }
        return all;
    }

    private WalkOptions options(Function<Map<String, BuildFacts>, Map<String, Dependencies>> dependencies) {
        return new WalkOptions(
                job.options().includes(),
                job.options().excludes(),
                job.options().includeTests(),
                dependencies);
    }

    private Workspace projects(Work.Projects projects) {
        WorkspaceBuilder builder = new WorkspaceBuilder(job.root(), readers, options(builds -> Map.of()));
        projects.checked().forEach(project -> add(builder, project));
        projects.context().forEach(project -> add(builder, project));
        return new Libraries(job.root()).placed(builder.build());
    }

    private void add(WorkspaceBuilder builder, MavenProject project) {
        builder.module(
                project.getArtifactId(),
                project.getBasedir().toPath(),
                roots(
                        project,
                        project.getCompileSourceRoots(),
                        project.getBuild().getResources(),
                        "main"),
                roots(
                        project,
                        project.getTestCompileSourceRoots(),
                        project.getBuild().getTestResources(),
                        "test"),
                List.of(project.getFile().toPath()),
                resolves() ? classPaths.resolved(project) : ClassPaths.declared(project));
    }

    /** Source roots (other languages' usual ones too, which their plugins add late) and resource folders. */
    private static List<Path> roots(
            MavenProject project, List<String> sources, List<Resource> resources, String scope) {
        Path base = project.getBasedir().toPath();
        Set<Path> roots = new LinkedHashSet<>();
        sources.forEach(root -> roots.add(base.resolve(root)));
        resources.forEach(resource -> roots.add(base.resolve(resource.getDirectory())));
        roots.add(base.resolve("src").resolve(scope).resolve("kotlin"));
        return new ArrayList<>(roots.stream().filter(Files::isDirectory).toList());
    }
}
