package dev.keyguard.source.build;

import dev.keyguard.source.FileFacts;
import dev.keyguard.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a build file ({@code pom.xml}, {@code build.gradle}, a Gradle version catalogue) says by itself, not resolved.
 *
 * @param groupId      own or the parent's, if written
 * @param artifactId   of a Gradle project its folder's name; empty where nothing tells it
 * @param parent       the parent's coordinates with their relative path, if any
 * @param properties   as written; values may hold {@code ${…}}
 * @param dependencies as written, with the versions that {@code managed} or {@code properties} of the same file give.
 *                     Gradle's references into a catalogue have the group {@link #CATALOGUE}, those to another project
 *                     {@link #PROJECT}, what cannot be read an empty group
 * @param managed      {@code dependencyManagement} of this file, imports of BOMs with scope {@code import} included
 * @param modules      child modules' paths
 */
public record BuildFacts(
        String path,
        Optional<String> groupId,
        String artifactId,
        Optional<String> version,
        Optional<Parent> parent,
        Map<String, String> properties,
        List<Dependency> dependencies,
        List<Dependency> managed,
        List<String> modules,
        List<Problem> problems)
        implements FileFacts {
    /** Group of a Gradle dependency like {@code libs.openai.java}; the artifact is the rest of the reference. */
    public static final String CATALOGUE = "libs";

    /** Group of a Gradle dependency on a project; the artifact is its path without the first colon. */
    public static final String PROJECT = "project";

    /** A pom's parent. */
    public record Parent(String groupId, String artifactId, String version, String relativePath) {}
}
