package dev.keyguard.maven;

import dev.keyguard.source.Dependencies;
import dev.keyguard.source.build.Dependency;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystemSession;

/**
 * The libraries of projects. Resolves only when asked, and keeps what could be resolved: {@code
 * requiresDependencyResolution} would fail the build of a fresh multi-module tree for its own unbuilt modules.
 */
final class ClassPaths {
    private final ProjectDependenciesResolver resolver;
    private final RepositorySystemSession repositories;
    private final Log log;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger resolved = new AtomicInteger();

    ClassPaths(ProjectDependenciesResolver resolver, RepositorySystemSession repositories, Log log) {
        this.resolver = resolver;
        this.repositories = repositories;
        this.log = log;
    }

    /** What the model says, without transitive libraries. */
    static Dependencies declared(MavenProject project) {
        return new Dependencies(true, false, direct(project), List.of());
    }

    /** What the project is compiled with, as far as it can be resolved; declared libraries are never lost. */
    Dependencies resolved(MavenProject project) {
        asked.incrementAndGet();
        if (project.getArtifacts() != null && !project.getArtifacts().isEmpty()) {
            resolved.incrementAndGet();
            return ofArtifacts(project);
        }
        boolean complete = true;
        DependencyResolutionResult result;
        try {
            result = resolver.resolve(new DefaultDependencyResolutionRequest(project, repositories));
        } catch (DependencyResolutionException e) {
            log.debug("keyguard: the class path of " + project.getArtifactId() + " is not complete: " + e.getMessage());
            result = e.getResult();
            complete = false;
            if (result == null || result.getDependencies().isEmpty()) {
                return apart(project);
            }
        } catch (RuntimeException e) {
            log.debug("keyguard: the class path of " + project.getArtifactId() + " cannot be resolved", e);
            return declared(project);
        }
        if (complete) {
            resolved.incrementAndGet();
        }
        return of(project, result, complete);
    }

    /** One library that cannot be looked up takes all others with it; asked one by one, they are found. */
    private Dependencies apart(MavenProject project) {
        Map<String, Dependency> all = new LinkedHashMap<>();
        direct(project).forEach(each -> all.put(each.key(), each));
        Set<Path> jars = new LinkedHashSet<>();
        for (org.apache.maven.model.Dependency each : project.getDependencies()) {
            MavenProject one = project.clone();
            one.setModel(project.getModel().clone());
            one.getModel().setDependencies(List.of(each.clone()));
            Dependencies found;
            try {
                found = of(one, resolver.resolve(new DefaultDependencyResolutionRequest(one, repositories)), false);
            } catch (DependencyResolutionException e) {
                found = of(one, e.getResult(), false);
            } catch (RuntimeException e) {
                continue;
            }
            found.list().forEach(library -> all.putIfAbsent(library.key(), library));
            jars.addAll(found.jars());
        }
        return new Dependencies(true, false, List.copyOf(all.values()), List.copyOf(jars));
    }

    /** How many class paths were complete, of how many asked for. */
    String share() {
        return resolved.get() + " of " + asked.get();
    }

    private static Dependencies of(MavenProject project, DependencyResolutionResult result, boolean complete) {
        Map<String, Dependency> all = new LinkedHashMap<>();
        direct(project).forEach(each -> all.put(each.key(), each));
        List<Path> jars = new ArrayList<>();
        if (result != null) {
            for (org.eclipse.aether.graph.Dependency each : result.getDependencies()) {
                org.eclipse.aether.artifact.Artifact artifact = each.getArtifact();
                add(all, artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion(), each.getScope());
                if (artifact.getFile() != null && artifact.getFile().isFile()) {
                    jars.add(artifact.getFile().toPath());
                }
            }
        }
        return new Dependencies(true, complete, List.copyOf(all.values()), List.copyOf(jars));
    }

    private static Dependencies ofArtifacts(MavenProject project) {
        Map<String, Dependency> all = new LinkedHashMap<>();
        List<Path> jars = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            add(all, artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion(), artifact.getScope());
            if (artifact.getFile() != null && artifact.getFile().isFile()) {
                jars.add(artifact.getFile().toPath());
            }
        }
        direct(project).forEach(each -> all.putIfAbsent(each.key(), each));
        return new Dependencies(true, true, List.copyOf(all.values()), List.copyOf(jars));
    }

    private static void add(Map<String, Dependency> all, String group, String artifact, String version, String scope) {
        Dependency dependency = new Dependency(
                group, artifact, Optional.ofNullable(version), scope == null ? "compile" : scope, Optional.empty());
        all.put(dependency.key(), dependency);
    }

    private static List<Dependency> direct(MavenProject project) {
        Map<String, Dependency> direct = new LinkedHashMap<>();
        for (org.apache.maven.model.Dependency each : project.getDependencies()) {
            add(direct, each.getGroupId(), each.getArtifactId(), each.getVersion(), each.getScope());
        }
        return List.copyOf(direct.values());
    }
}
