package dev.keyguard.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;

/** What a run looks at. */
sealed interface Work {
    /** The folder that paths in reports are relative to. */
    Path root();

    /** Where its reports go, unless the user says otherwise. */
    Path output();

    /** Whether class paths are resolved unless the user says otherwise. */
    boolean resolves();

    /** Any folder, once. */
    record Folder(Path root) implements Work {
        @Override
        public Path output() {
            return root.resolve("target").resolve("keyguard");
        }

        @Override
        public boolean resolves() {
            return false;
        }
    }

    /**
     * Projects of the session.
     *
     * @param checked what is found in them is reported
     * @param context projects that they depend on: read where a value leads there, not reported
     */
    record Projects(Path root, Path output, List<MavenProject> checked, List<MavenProject> context) implements Work {
        @Override
        public boolean resolves() {
            return true;
        }
    }
}
