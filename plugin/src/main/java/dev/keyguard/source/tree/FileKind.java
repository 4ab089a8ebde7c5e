package dev.keyguard.source.tree;

import dev.keyguard.source.SourceFile;
import java.util.Set;

/** What a file is good for, judged by its name alone. */
public enum FileKind {
    /** A source file of a JVM language: searched for triggers, parsed when worth it. */
    CODE,
    /** A build file: makes a module, unless it is a Gradle version catalogue. */
    BUILD,
    /** Anything else that a reader takes. */
    CONFIGURATION;

    private static final Set<String> BUILD_FILES = Set.of("pom.xml", "build.gradle", "build.gradle.kts");
    private static final String CATALOGUE = ".versions.toml";
    private static final Set<String> CODE_ENDINGS = Set.of("java", "kt", "kts", "groovy", "scala", "jsh");

    /** The kind of that file. */
    public static FileKind of(SourceFile file) {
        String name = file.name();
        if (isBuildFile(name) || name.endsWith(CATALOGUE)) {
            return BUILD;
        }
        return CODE_ENDINGS.contains(file.extension()) ? CODE : CONFIGURATION;
    }

    /** Whether a folder with a file of that name is a module. */
    static boolean isBuildFile(String name) {
        return BUILD_FILES.contains(name);
    }
}
