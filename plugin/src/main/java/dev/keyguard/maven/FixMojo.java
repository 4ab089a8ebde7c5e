package dev.keyguard.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Edits the sources: replaces refused, shut-down and misspelt models where they are written by the replacement that the
 * provider names and the key may use, and touches nothing else.
 */
@Mojo(name = "fix", requiresProject = false, threadSafe = true)
public final class FixMojo extends AbstractGateMojo {
    /** Shows the changes as a diff and writes nothing. */
    @Parameter(property = "keyguard.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Inject
    FixMojo(ProjectDependenciesResolver resolver, ProjectBuilder builder, SettingsDecrypter decrypter) {
        super(new MavenServices(resolver, builder, decrypter));
    }

    @Override
    void run(Job job) {
        job.say(new Fixing(job, new Gate(job, accessOptions(), ruleOptions(), "error")).fix(dryRun));
    }
}
