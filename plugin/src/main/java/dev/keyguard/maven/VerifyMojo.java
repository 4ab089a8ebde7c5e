package dev.keyguard.maven;

import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.build.BuildContext;

/**
 * The gate: finds every LLM model and API key that the code uses, asks the provider what the keys may use and until
 * when, and fails the build on code that would be refused.
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class VerifyMojo extends AbstractGateMojo {
    private final BuildContext buildContext;

    /** The least severity that fails the build: <code>error</code>, <code>warning</code> or <code>never</code>. */
    @Parameter(property = "keyguard.failOn", defaultValue = "error")
    private String failOn;

    /**
     * What is written: <code>console</code>, <code>json</code>, <code>sarif</code>, <code>html</code>,
     * <code>junit</code>, <code>checkstyle</code>, <code>gitlab</code>, <code>github</code>, <code>cyclonedx</code>.
     * Annotations for GitHub are added by themselves under GitHub Actions.
     */
    @Parameter(property = "keyguard.reports", defaultValue = "console,json")
    private List<String> reports;

    @Inject
    VerifyMojo(
            ProjectDependenciesResolver resolver,
            ProjectBuilder builder,
            SettingsDecrypter decrypter,
            BuildContext buildContext) {
        super(new MavenServices(resolver, builder, decrypter));
        this.buildContext = buildContext;
    }

    @Override
    void run(Job job) throws MojoFailureException {
        Gate gate = new Gate(job, accessOptions(), ruleOptions(), failOn);
        if (context().inIde()) {
            new IdeRun(job, gate, new BuildContextMarkers(buildContext)).run();
        } else {
            new BuildRun(job, gate, list(reports)).run();
        }
    }
}
