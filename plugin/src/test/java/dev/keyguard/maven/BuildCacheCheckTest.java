package dev.keyguard.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildCacheCheckTest {
    private static final String EXTENSION = "<extensions><extension><groupId>org.apache.maven.extensions</groupId>"
            + "<artifactId>maven-build-cache-extension</artifactId></extension></extensions>";

    @TempDir
    Path folder;

    private final Properties typed = new Properties();

    @Test
    void warns_where_the_extension_is_active() throws IOException {
        write("extensions.xml", EXTENSION);
        assertThat(warns(MojoExecution.Source.LIFECYCLE)).isTrue();
    }

    @Test
    void says_nothing_without_it_or_where_it_is_commented_out() throws IOException {
        assertThat(warns(MojoExecution.Source.LIFECYCLE)).isFalse();
        write("extensions.xml", "<extensions><!-- " + EXTENSION + " --></extensions>");
        assertThat(warns(MojoExecution.Source.LIFECYCLE)).isFalse();
    }

    @Test
    void a_typed_goal_always_runs() throws IOException {
        write("extensions.xml", EXTENSION);
        assertThat(warns(MojoExecution.Source.CLI)).isFalse();
    }

    @Test
    void the_line_counts_typed_or_written() throws IOException {
        write("extensions.xml", EXTENSION);
        typed.setProperty("maven.build.cache.alwaysRunPlugins", "keyguard-maven-plugin:*");
        assertThat(warns(MojoExecution.Source.LIFECYCLE)).isFalse();
        typed.clear();
        write(
                "maven-build-cache-config.xml",
                "<cache><executionControl><runAlways><plugins><plugin artifactId=\"keyguard-maven-plugin\"/></plugins>"
                        + "</runAlways></executionControl></cache>");
        assertThat(warns(MojoExecution.Source.LIFECYCLE)).isFalse();
    }

    @Test
    void to_be_named_elsewhere_in_the_configuration_does_not_count() throws IOException {
        write("extensions.xml", EXTENSION);
        write(
                "maven-build-cache-config.xml",
                "<cache><executionControl><runAlways><plugins/></runAlways><reconcile><plugins>"
                        + "<plugin artifactId=\"keyguard-maven-plugin\"/></plugins></reconcile></executionControl></cache>");
        assertThat(warns(MojoExecution.Source.LIFECYCLE)).isTrue();
    }

    @Test
    void a_cache_that_is_switched_off_skips_nothing() throws IOException {
        write("extensions.xml", EXTENSION);
        write(
                "maven-build-cache-config.xml",
                "<cache><configuration>\n  <enabled> false </enabled>\n</configuration></cache>");
        assertThat(warns(MojoExecution.Source.LIFECYCLE)).isFalse();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(".mvn")).resolve(name), text);
    }

    private boolean warns(MojoExecution.Source source) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setUserProperties(typed);
        request.setBaseDirectory(folder.toFile());
        ((DefaultMavenExecutionRequest) request).setMultiModuleProjectDirectory(folder.toFile());
        @SuppressWarnings("deprecation") // Maven's factories are not at hand without a container
        MavenSession session = new MavenSession(
                null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
        MojoExecution execution = new MojoExecution(new MojoDescriptor(), "default", source);
        return new BuildCacheCheck(new MavenContext(session, new MavenProject(), execution, new SystemStreamLog()))
                .warning()
                .isPresent();
    }
}
