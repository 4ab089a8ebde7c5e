package dev.keyguard.source;

import java.nio.file.Path;
import java.util.List;

/**
 * All that one run looks at.
 *
 * @param root    the folder that paths in reports are relative to
 * @param modules in the order of their directories
 * @param problems what the walk could not enter or read
 */
public record Workspace(Path root, List<Module> modules, List<Problem> problems) {}
