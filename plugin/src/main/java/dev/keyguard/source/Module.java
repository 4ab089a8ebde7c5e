package dev.keyguard.source;

import dev.keyguard.source.build.BuildFacts;
import java.util.List;
import java.util.Optional;

/**
 * One module of the scanned tree with the files that belong to it.
 *
 * @param name         artifactId, or the folder's name where no build file gives one
 * @param directory    relative to the scanned root, with {@code /}; empty for the root itself
 * @param files        every file that may be read, in the order of their paths
 * @param build        facts of its build file, if there is one
 * @param dependencies what is on its class path as far as known; empty where unknown
 */
public record Module(
        String name, String directory, List<SourceFile> files, Optional<BuildFacts> build, Dependencies dependencies) {
    /** Modules of one workspace are told apart by their folder and name; their files are not compared. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Module module && directory.equals(module.directory) && name.equals(module.name);
    }

    @Override
    public int hashCode() {
        return directory.hashCode() * 31 + name.hashCode();
    }
}
