package dev.keyguard.source.tree;

import dev.keyguard.source.Dependencies;
import dev.keyguard.source.build.BuildFacts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a walk over a folder takes in.
 *
 * @param includes     globs; a file must match one, if there are any
 * @param excludes     globs; a file or folder that matches one is left out
 * @param includeTests whether files of test scope are taken
 * @param dependencies gives the libraries of each module: folder of the build file (relative to the root, with
 *                     {@code /}) → facts of the build file are given in, folder → libraries come back. A folder that is
 *                     missing in the answer has those that the build files of the tree tell
 */
public record WalkOptions(
        List<String> includes,
        List<String> excludes,
        boolean includeTests,
        Function<Map<String, BuildFacts>, Map<String, Dependencies>> dependencies) {
    /** Everything of main scope, with the libraries that the build files tell. */
    public static WalkOptions defaults() {
        return new WalkOptions(List.of(), List.of(), false, builds -> Map.of());
    }

    /** The same with or without tests. */
    public WalkOptions withTests(boolean include) {
        return new WalkOptions(includes, excludes, include, dependencies);
    }
}
