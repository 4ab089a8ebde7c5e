package dev.keyguard.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Writes the HTML report: models against keys, shutdowns to come, findings with their trails. Typed by itself or listed
 * under <code>&lt;reporting&gt;</code>, where the site links to it.
 */
@Mojo(name = "report", requiresProject = false, threadSafe = true)
public final class ReportMojo extends AbstractGateMojo implements MavenReport {
    // an external report of our own HTML: maven-reporting-impl and its 32 jars are not needed for that

    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true)
    private File siteDirectory;

    @Inject
    ReportMojo(ProjectDependenciesResolver resolver, ProjectBuilder builder, SettingsDecrypter decrypter) {
        super(new MavenServices(resolver, builder, decrypter));
    }

    @Override
    void run(Job job) {
        write(job, job.output());
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            write(new Job(context(), scanOptions(), services()), siteDirectory.toPath());
        } catch (RuntimeException e) {
            throw new MavenReportException(Fault.of(e).getMessage(), e);
        }
    }

    private void write(Job job, Path folder) {
        AccessOptions access = accessOptions();
        // what verify would say; nothing fails here
        Gate gate = new Gate(job, access, ruleOptions(), "error");
        job.publishing(access.today()).publish(gate.judge(), folder, List.of("html"));
        job.say(List.of("keyguard: report in " + folder));
    }

    @Override
    public String getOutputName() {
        return "keyguard";
    }

    @Override
    public String getName(Locale locale) {
        return "keyguard";
    }

    @Override
    public String getDescription(Locale locale) {
        return "LLM models and API keys the code uses, and what the keys may use.";
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        siteDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return siteDirectory;
    }

    @Override
    public boolean isExternalReport() {
        return true;
    }

    @Override
    public boolean canGenerateReport() {
        return true;
    }
}
