package dev.keyguard.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The parameters that all goals share, checked. See the goals' pages for what each means. */
record ScanOptions(
        Optional<Path> directory,
        List<String> includes,
        List<String> excludes,
        boolean includeTests,
        List<String> profiles,
        Optional<Boolean> resolve,
        boolean cache,
        Optional<Path> cacheDirectory,
        Optional<Path> outputDirectory) {}
