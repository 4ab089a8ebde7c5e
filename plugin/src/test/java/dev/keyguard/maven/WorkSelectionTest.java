package dev.keyguard.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkSelectionTest {
    @TempDir
    Path folder;

    private MavenProject parent;
    private MavenProject library;
    private MavenProject application;

    @BeforeEach
    void reactor() throws IOException {
        parent = project("parent", folder);
        library = project("library", folder.resolve("library"));
        application = project("application", folder.resolve("application"));
        Dependency dependency = new Dependency();
        dependency.setGroupId("it");
        dependency.setArtifactId("library");
        application.getModel().addDependency(dependency);
    }

    @Test
    void a_typed_goal_takes_every_project_of_the_session() {
        Work.Projects work = projects(context(MojoExecution.Source.CLI, parent, List.of(parent, library, application)));
        assertThat(work.checked()).containsExactly(parent, library, application);
        assertThat(work.context()).isEmpty();
        assertThat(work.root()).isEqualTo(folder);
        assertThat(work.output()).isEqualTo(folder.resolve("target").resolve("keyguard"));
    }

    @Test
    void a_bound_goal_takes_the_current_project_and_reads_what_it_depends_on() {
        Work.Projects work =
                projects(context(MojoExecution.Source.LIFECYCLE, application, List.of(parent, library, application)));
        assertThat(work.checked()).containsExactly(application);
        assertThat(work.context()).containsExactly(library);
        assertThat(work.root()).as("paths are the same as in a typed run").isEqualTo(folder);
        assertThat(work.output()).isEqualTo(folder.resolve("application/target/keyguard"));
    }

    @Test
    void a_typed_goal_honours_the_user_s_choice_of_projects() {
        Work.Projects work = projects(context(MojoExecution.Source.CLI, application, List.of(application)));
        assertThat(work.checked()).containsExactly(application);
        assertThat(work.context()).containsExactly(library);
    }

    @Test
    void a_module_can_skip_itself() {
        library.getProperties().setProperty("keyguard.skip", "true");
        Work.Projects work = projects(context(MojoExecution.Source.CLI, parent, List.of(parent, library, application)));
        assertThat(work.checked()).containsExactly(parent, application);
    }

    @Test
    void a_directory_is_taken_instead_of_projects() {
        MavenContext context = context(MojoExecution.Source.CLI, parent, List.of(parent, library, application));
        Work work = new WorkSelection(context).select(Optional.of(Path.of("library")));
        assertThat(work).isEqualTo(new Work.Folder(folder.resolve("library")));
        assertThat(work.output()).isEqualTo(folder.resolve("library/target/keyguard"));
    }

    @Test
    void without_a_pom_the_current_folder_is_taken() {
        MavenContext context = context(MojoExecution.Source.CLI, new MavenProject(), List.of());
        assertThat(new WorkSelection(context).select(Optional.empty())).isEqualTo(new Work.Folder(folder));
    }

    @Test
    void a_directory_that_is_missing_is_said() {
        MavenContext context = context(MojoExecution.Source.CLI, parent, List.of(parent));
        assertThatThrownBy(() -> new WorkSelection(context).select(Optional.of(Path.of("nowhere"))))
                .isInstanceOf(BadParameterException.class)
                .hasMessage("keyguard.directory is \"nowhere\", which is no folder. Name an existing one.");
    }

    private Work.Projects projects(MavenContext context) {
        return (Work.Projects) new WorkSelection(context).select(Optional.empty());
    }

    private MavenContext context(MojoExecution.Source source, MavenProject current, List<MavenProject> selected) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setBaseDirectory(folder.toFile());
        request.setMultiModuleProjectDirectory(folder.toFile());
        @SuppressWarnings("deprecation") // Maven's factories are not at hand without a container
        MavenSession session = new MavenSession(
                null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
        session.setProjects(selected);
        session.setAllProjects(List.of(parent, library, application));
        MojoExecution execution = new MojoExecution(new MojoDescriptor(), "default", source);
        return new MavenContext(session, current, execution, new SystemStreamLog());
    }

    private static MavenProject project(String name, Path folder) throws IOException {
        MavenProject project = new MavenProject();
        project.setGroupId("it");
        project.setArtifactId(name);
        project.setVersion("1");
        project.setFile(Files.createDirectories(folder).resolve("pom.xml").toFile());
        Build build = new Build();
        build.setDirectory(folder.resolve("target").toString());
        project.getModel().setBuild(build);
        return project;
    }
}
