package dev.keyguard.maven;

import dev.keyguard.source.Dependencies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectBuildingException;
import org.apache.maven.project.ProjectBuildingRequest;
import org.eclipse.aether.RepositorySystemSession;

/**
 * Directory mode with {@code resolve}: the class path of every pom found, each on its own, none of them a must. The poms
 * are a stranger's: no variable of the process is put into them, and only repositories that the user has are asked, so
 * that nothing can be carried out in an address.
 */
final class FolderProjects {
    private final ProjectBuilder builder;
    private final MavenSession session;
    private final ClassPaths classPaths;
    private final RepositorySystemSession repositories;
    private final Log log;

    /** @param classPaths working with {@code repositories} */
    FolderProjects(
            ProjectBuilder builder,
            MavenSession session,
            ClassPaths classPaths,
            RepositorySystemSession repositories,
            Log log) {
        this.builder = builder;
        this.session = session;
        this.classPaths = classPaths;
        this.repositories = repositories;
        this.log = log;
    }

    /**
     * The libraries of modules.
     *
     * @param root    the scanned folder
     * @param folders of build files, relative to the root, with {@code /}
     */
    Map<String, Dependencies> dependencies(Path root, Collection<String> folders) {
        Map<String, Dependencies> all = new TreeMap<>();
        Boundary downloads =
                new Boundary(repositories.getLocalRepository().getBasedir().toPath());
        PlainPoms plain = new PlainPoms(new Boundary(root), !maven4());
        int poms = 0;
        for (String folder : folders) {
            Path pom = root.resolve(folder).resolve("pom.xml");
            if (Files.isRegularFile(pom)) {
                poms++;
                if (!plain.mayBeBuilt(pom)) {
                    log.info("keyguard: " + Shown.line(folder) + "/pom.xml or a parent of it names repositories, or is"
                            + " not to be had as plain text; its class path is not resolved.");
                    continue;
                }
                try {
                    all.put(folder, within(new Boundary(root), downloads, classPaths.resolved(project(pom))));
                } catch (ProjectBuildingException | RuntimeException e) {
                    log.debug("keyguard: " + folder + "/pom.xml cannot be built: " + Shown.text(e.toString()));
                }
            }
        }
        log.info("keyguard: class path of " + classPaths.share() + " modules resolved (" + all.size() + " of " + poms
                + " poms could be built).");
        return all;
    }

    /** Maven 4 asks a pom's own repositories for its parent, and fills typed properties in, whatever it is given. */
    private boolean maven4() {
        return session.getSystemProperties().getProperty("maven.version", "3").startsWith("4");
    }

    /** What profiles are activated by, and nothing that could be a secret. */
    private static Properties harmless(Properties all) {
        Properties kept = new Properties();
        all.stringPropertyNames().stream()
                .filter(name -> name.startsWith("java.") || name.startsWith("os.") || name.equals("maven.version"))
                .forEach(name -> kept.setProperty(name, all.getProperty(name)));
        return kept;
    }

    /** Without jars that a {@code systemPath} names outside of the folder. */
    private static Dependencies within(Boundary folder, Boundary downloads, Dependencies all) {
        return new Dependencies(
                all.known(),
                all.complete(),
                all.list(),
                all.jars().stream()
                        .filter(jar -> downloads.holds(jar) || folder.holds(jar))
                        .toList());
    }

    private MavenProject project(Path pom) throws ProjectBuildingException {
        ProjectBuildingRequest request = new DefaultProjectBuildingRequest(session.getProjectBuildingRequest());
        request.setSystemProperties(harmless(request.getSystemProperties()));
        request.setUserProperties(new Properties());
        request.setRepositorySession(repositories);
        request.setProject(null);
        request.setProcessPlugins(false);
        request.setResolveDependencies(false);
        request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL);
        return builder.build(pom.toFile(), request).getProject();
    }
}
