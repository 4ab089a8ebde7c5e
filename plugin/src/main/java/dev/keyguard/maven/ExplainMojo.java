package dev.keyguard.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Explains a model (where it is used, how its value got there, what the key may do, what to do) or a rule (what it
 * means, where it strikes, how to get past it).
 */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractGateMojo {
    /** The model to explain. */
    @Parameter(property = "keyguard.model")
    private String model;

    /** The rule to explain. */
    @Parameter(property = "keyguard.rule")
    private String rule;

    @Inject
    ExplainMojo(ProjectDependenciesResolver resolver, ProjectBuilder builder, SettingsDecrypter decrypter) {
        super(new MavenServices(resolver, builder, decrypter));
    }

    @Override
    void run(Job job) {
        if (model == null && rule == null) {
            throw new BadParameterException(
                    "Say what to explain: -Dkeyguard.model=gpt-4o or -Dkeyguard.rule=model-unknown.");
        }
        Explaining explaining = new Explaining(new Gate(job, accessOptions(), ruleOptions(), "never"));
        job.say(model != null ? explaining.model(model) : explaining.rule(rule));
    }
}
