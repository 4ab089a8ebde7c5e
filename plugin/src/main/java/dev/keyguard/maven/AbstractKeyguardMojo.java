package dev.keyguard.maven;

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals share: where the work comes from and what of it is read. */
abstract class AbstractKeyguardMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution mojoExecution;

    /** Does nothing if true. A module can say so for itself with the property of the same name. */
    @Parameter(property = "keyguard.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Any folder to look at instead of Maven's projects: a Gradle or Ant build, scripts, a checkout. Every build file
     * found in it makes a module.
     */
    @Parameter(property = "keyguard.directory")
    private File directory;

    /** Globs; a file must match one of them, if there are any. Relative to the scanned root. */
    @Parameter(property = "keyguard.includes")
    private List<String> includes;

    /** Globs; a file or folder that matches one of them is left out. Relative to the scanned root. */
    @Parameter(property = "keyguard.excludes")
    private List<String> excludes;

    /** Whether test sources and resources are read too. Findings there are one step lower. */
    @Parameter(property = "keyguard.includeTests", defaultValue = "false")
    private boolean includeTests;

    /**
     * Active configuration profiles (Spring, Quarkus), in the order of activation: only what holds for them is looked at,
     * and what they set replaces what holds always. Without it each profile is looked at on its own.
     */
    @Parameter(property = "keyguard.profiles")
    private List<String> profiles;

    /**
     * Whether the class path is resolved, for constants and defaults of libraries. What cannot be resolved is left out
     * and never fails a build. True in a project; false with <code>keyguard.directory</code>, where true resolves the
     * class path of each pom found.
     */
    @Parameter(property = "keyguard.resolve")
    private Boolean resolve;

    /** Whether facts of files and lists of models are kept between builds. */
    @Parameter(property = "keyguard.cache", defaultValue = "true")
    private boolean cache;

    /** Where they are kept; <code>keyguard</code> in the user's cache folder if not given. */
    @Parameter(property = "keyguard.cacheDirectory")
    private File cacheDirectory;

    /**
     * Folder of the reports; <code>target/keyguard</code> of the project, or of <code>keyguard.directory</code>, if not
     * given.
     */
    @Parameter(property = "keyguard.outputDirectory")
    private File outputDirectory;

    private final MavenServices services;

    AbstractKeyguardMojo(MavenServices services) {
        this.services = services;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("keyguard is skipped (keyguard.skip).");
            return;
        }
        try {
            run(new Job(context(), scanOptions(), services));
        } catch (RuntimeException e) {
            throw Fault.of(e);
        }
    }

    /** The goal's own work. */
    abstract void run(Job job) throws MojoExecutionException, MojoFailureException;

    final MavenServices services() {
        return services;
    }

    final MavenContext context() {
        return new MavenContext(session, project, mojoExecution, getLog());
    }

    final ScanOptions scanOptions() {
        return new ScanOptions(
                Optional.ofNullable(directory).map(File::toPath),
                list(includes),
                list(excludes),
                includeTests,
                list(profiles),
                Optional.ofNullable(resolve),
                cache,
                Optional.ofNullable(cacheDirectory).map(File::toPath),
                Optional.ofNullable(outputDirectory).map(File::toPath));
    }

    private static List<String> list(List<String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }
}
