package dev.keyguard.maven;

import dev.keyguard.source.build.BuildFacts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;

/**
 * The poms of a scanned folder as artifacts: modules that nobody has built or installed are still each other's parents,
 * BOMs and dependencies, and what they depend on belongs to the class path of those that use them. In place of its jar a
 * module gives its folder, which holds the sources that are read anyway.
 */
final class TreePoms implements WorkspaceReader {
    private final WorkspaceRepository repository = new WorkspaceRepository("keyguard");
    private final Optional<WorkspaceReader> others;
    private final Map<String, List<Pom>> poms = new HashMap<>();

    private record Pom(String version, Path file) {
        boolean is(String asked) {
            return version.equals(asked) || version.isEmpty() || version.contains("${");
        }
    }

    TreePoms(Path root, Map<String, BuildFacts> builds, Optional<WorkspaceReader> others) {
        this.others = others;
        builds.forEach((folder, facts) -> {
            Path file = root.resolve(folder).resolve("pom.xml");
            if (Files.isRegularFile(file)) {
                poms.computeIfAbsent(key(facts.groupId().orElse(""), facts.artifactId()), k -> new ArrayList<>())
                        .add(new Pom(facts.version().orElse(""), file));
            }
        });
    }

    private static String key(String groupId, String artifactId) {
        return groupId + ":" + artifactId;
    }

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }

    @Override
    public File findArtifact(Artifact artifact) {
        Optional<Path> pom = poms.getOrDefault(key(artifact.getGroupId(), artifact.getArtifactId()), List.of()).stream()
                .filter(found -> found.is(artifact.getBaseVersion()))
                .map(Pom::file)
                .findFirst();
        return pom.map(file -> artifact.getExtension().equals("pom") ? file : file.getParent())
                .map(Path::toFile)
                .or(() -> others.map(reader -> reader.findArtifact(artifact)))
                .orElse(null);
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        List<String> versions = new ArrayList<>();
        others.ifPresent(reader -> versions.addAll(reader.findVersions(artifact)));
        poms.getOrDefault(key(artifact.getGroupId(), artifact.getArtifactId()), List.of()).stream()
                .map(Pom::version)
                .filter(version -> !version.isEmpty() && !version.contains("${"))
                .forEach(versions::add);
        return versions;
    }
}
