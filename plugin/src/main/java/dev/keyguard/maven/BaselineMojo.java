package dev.keyguard.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Accepts today's findings: writes <code>keyguard-baseline.json</code>, and from then on only new findings fail. */
@Mojo(name = "baseline", requiresProject = false, threadSafe = true)
public final class BaselineMojo extends AbstractGateMojo {
    @Inject
    BaselineMojo(ProjectDependenciesResolver resolver, ProjectBuilder builder, SettingsDecrypter decrypter) {
        super(new MavenServices(resolver, builder, decrypter));
    }

    @Override
    void run(Job job) {
        job.say(new Gate(job, accessOptions(), ruleOptions(), "never").acceptAll());
    }
}
