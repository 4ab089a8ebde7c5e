package dev.keyguard.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyguard.source.Dependencies;
import dev.keyguard.source.build.Dependency;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassPathsTest {
    @TempDir
    Path folder;

    @Test
    void oneLibraryThatCannotBeLookedUpCostsNoOther() throws IOException {
        Path jar = Files.createFile(folder.resolve("good.jar"));
        ProjectDependenciesResolver resolver = request -> {
            List<org.eclipse.aether.graph.Dependency> found = new ArrayList<>();
            for (org.apache.maven.model.Dependency each :
                    request.getMavenProject().getDependencies()) {
                if (each.getArtifactId().equals("bad")) {
                    throw new DependencyResolutionException(
                            result(List.of()), "no such library", new IllegalStateException("bad"));
                }
                found.add(new org.eclipse.aether.graph.Dependency(
                        new DefaultArtifact("g", each.getArtifactId(), "jar", "1").setFile(jar.toFile()), "compile"));
                found.add(new org.eclipse.aether.graph.Dependency(
                        new DefaultArtifact("g", "behind-" + each.getArtifactId(), "jar", "2"), "compile"));
            }
            return result(found);
        };
        ClassPaths classPaths = new ClassPaths(resolver, null, new SystemStreamLog());

        Dependencies dependencies = classPaths.resolved(project("good", "bad"));

        assertThat(dependencies.complete()).isFalse();
        assertThat(dependencies.jars()).containsExactly(jar);
        assertThat(dependencies.list())
                .extracting(Dependency::key)
                .containsExactlyInAnyOrder("g:good", "g:bad", "g:behind-good");
        assertThat(classPaths.share()).isEqualTo("0 of 1");

        assertThat(classPaths.resolved(project("good")).complete()).isTrue();
        assertThat(classPaths.share()).isEqualTo("1 of 2");
    }

    private static MavenProject project(String... artifacts) {
        Model model = new Model();
        model.setGroupId("g");
        model.setArtifactId("app");
        model.setVersion("1");
        for (String artifact : artifacts) {
            org.apache.maven.model.Dependency dependency = new org.apache.maven.model.Dependency();
            dependency.setGroupId("g");
            dependency.setArtifactId(artifact);
            dependency.setVersion("1");
            model.addDependency(dependency);
        }
        return new MavenProject(model);
    }

    private static DependencyResolutionResult result(List<org.eclipse.aether.graph.Dependency> found) {
        return (DependencyResolutionResult) Proxy.newProxyInstance(
                ClassPathsTest.class.getClassLoader(),
                new Class<?>[] {DependencyResolutionResult.class},
                (proxy, method, arguments) -> method.getName().equals("getDependencies")
                        ? found
                        : method.getReturnType() == List.class ? List.of() : null);
    }
}
