package dev.keyguard.maven;

import java.time.LocalDate;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Finds every LLM model and API key that the code uses, and asks nobody: the inventory, as <code>keyguard.json</code>. */
@Mojo(name = "scan", requiresProject = false, threadSafe = true)
public final class ScanMojo extends AbstractKeyguardMojo {
    @Inject
    ScanMojo(ProjectDependenciesResolver resolver, ProjectBuilder builder, SettingsDecrypter decrypter) {
        super(new MavenServices(resolver, builder, decrypter));
    }

    @Override
    void run(Job job) {
        job.publishing(LocalDate.now()).publish(job.inventoryReport(), job.output(), List.of("console", "json"));
    }
}
