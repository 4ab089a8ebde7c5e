package dev.keyguard.maven;

import dev.keyguard.source.Dependencies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.DefaultProjectBuildingRequest;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.project.ProjectBuildingException;
import org.apache.maven.project.ProjectBuildingRequest;

/** Directory mode with {@code resolve}: the class path of every pom found, each on its own, none of them a must. */
final class FolderProjects {
    private final ProjectBuilder builder;
    private final MavenSession session;
    private final ClassPaths classPaths;
    private final Log log;

    FolderProjects(ProjectBuilder builder, MavenSession session, ClassPaths classPaths, Log log) {
        this.builder = builder;
        this.session = session;
        this.classPaths = classPaths;
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
        for (String folder : folders) {
            Path pom = root.resolve(folder).resolve("pom.xml");
            if (Files.isRegularFile(pom)) {
                try {
                    all.put(folder, classPaths.resolved(project(pom)));
                } catch (ProjectBuildingException | RuntimeException e) {
                    log.debug("keyguard: " + folder + "/pom.xml cannot be built: " + e.getMessage());
                }
            }
        }
        log.info("keyguard: class path of " + classPaths.share() + " modules resolved (" + all.size()
                + " poms built of " + folders.size() + " build files).");
        return all;
    }

    private MavenProject project(Path pom) throws ProjectBuildingException {
        ProjectBuildingRequest request = new DefaultProjectBuildingRequest(session.getProjectBuildingRequest());
        request.setProject(null);
        request.setProcessPlugins(false);
        request.setResolveDependencies(false);
        request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL);
        return builder.build(pom.toFile(), request).getProject();
    }
}
