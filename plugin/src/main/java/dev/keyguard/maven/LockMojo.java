package dev.keyguard.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Writes <code>keyguard.lock.json</code>: for each key's name and endpoint the models it may use, so that builds without
 * the key (forks, laptops, <code>-o</code>) can verify. Holds no secret; commit it.
 */
@Mojo(name = "lock", requiresProject = false, threadSafe = true)
public final class LockMojo extends AbstractAccessMojo {
    @Inject
    LockMojo(ProjectDependenciesResolver resolver, ProjectBuilder builder, SettingsDecrypter decrypter) {
        super(new MavenServices(resolver, builder, decrypter));
    }

    @Override
    void run(Job job) {
        job.say(new Asking(job, accessOptions()).lock());
    }
}
