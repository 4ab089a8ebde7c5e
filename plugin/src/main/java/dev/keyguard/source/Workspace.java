package dev.keyguard.source;

import java.nio.file.Path;
import java.util.List;

/**
 * All that one run looks at.
 *
 * @param root    the folder that paths in reports are relative to
 * @param modules in the order of their directories
 * @param problems what the walk could not enter or read
 * @param otherFiles files looked at that no reader takes (pictures, documents …); they are in no module
 */
public record Workspace(Path root, List<Module> modules, List<Problem> problems, int otherFiles) {
    /** A workspace that saw nothing but what its modules hold. */
    public Workspace(Path root, List<Module> modules, List<Problem> problems) {
        this(root, modules, problems, 0);
    }
}
