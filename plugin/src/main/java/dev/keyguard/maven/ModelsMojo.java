package dev.keyguard.maven;

import dev.keyguard.access.BundledModelTable;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Shows what each key that the code uses may use, until when, and what of it the code uses. */
@Mojo(name = "models", requiresProject = false, threadSafe = true)
public final class ModelsMojo extends AbstractAccessMojo {
    @Inject
    ModelsMojo(ProjectDependenciesResolver resolver, ProjectBuilder builder, SettingsDecrypter decrypter) {
        super(new MavenServices(resolver, builder, decrypter));
    }

    @Override
    void run(Job job) {
        Asking asking = new Asking(job, accessOptions());
        job.say(new ModelsText(asking.inventory(), asking.book(), BundledModelTable.load()).lines());
    }
}
