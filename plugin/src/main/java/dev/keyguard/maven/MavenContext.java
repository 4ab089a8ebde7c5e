package dev.keyguard.maven;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * The run of a goal as Maven describes it.
 *
 * @param project may be Maven's stand-in without a file where there is no pom
 */
record MavenContext(MavenSession session, MavenProject project, MojoExecution execution, Log log) {
    /** Whether the user typed the goal, rather than a phase it is bound to. */
    boolean typed() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    /** The project, if there is a pom. */
    Optional<MavenProject> realProject() {
        return Optional.ofNullable(project).filter(each -> each.getFile() != null);
    }

    /** Whether Eclipse, or VS Code's Java, runs the build: m2e says so in the session's user properties. */
    boolean inIde() {
        return session.getUserProperties().containsKey("m2e.version");
    }

    /** Whether nothing may go out. */
    boolean offline() {
        return session.isOffline() || inIde();
    }

    /** Whether the user asked for fresh answers ({@code -U}). */
    boolean refresh() {
        return session.getRequest() != null && session.getRequest().isUpdateSnapshots();
    }

    /** The folder with {@code .mvn}, or the one Maven was started in. */
    Path projectRoot() {
        return session.getRequest() != null && session.getRequest().getMultiModuleProjectDirectory() != null
                ? session.getRequest()
                        .getMultiModuleProjectDirectory()
                        .toPath()
                        .toAbsolutePath()
                        .normalize()
                : startedIn();
    }

    /** The folder Maven was started in. */
    Path startedIn() {
        String folder = session.getExecutionRootDirectory();
        return Path.of(folder == null ? "" : folder).toAbsolutePath().normalize();
    }
}
