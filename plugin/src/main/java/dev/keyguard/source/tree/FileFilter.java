package dev.keyguard.source.tree;

import dev.keyguard.source.Reader;
import dev.keyguard.source.Scope;
import dev.keyguard.source.SourceFile;
import java.util.List;

/** Decides by path which files and folders a walk takes. */
final class FileFilter {
    private final List<Reader> readers;
    private final List<Glob> includes;
    private final List<Glob> excludes;
    private final boolean includeTests;

    /** @throws IllegalArgumentException if a glob is not valid */
    FileFilter(List<Reader> readers, WalkOptions options) {
        this.readers = readers;
        this.includes = options.includes().stream().map(Glob::of).toList();
        this.excludes = options.excludes().stream().map(Glob::of).toList();
        this.includeTests = options.includeTests();
    }

    /** Whether the folder can hold files that are taken. */
    boolean enters(String folder, Scope scope) {
        if (!takes(scope)) {
            return false;
        }
        for (Glob glob : excludes) {
            if (glob.matches(folder) || glob.matchesAllBelow(folder)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the options want the file, whoever may read it. */
    boolean wants(String path, Scope scope) {
        return takes(scope) && (includes.isEmpty() || anyMatches(includes, path)) && !anyMatches(excludes, path);
    }

    /** Whether some reader takes the file. */
    boolean readable(SourceFile file) {
        for (Reader reader : readers) {
            if (reader.reads(file)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyMatches(List<Glob> globs, String path) {
        for (Glob glob : globs) {
            if (glob.matches(path)) {
                return true;
            }
        }
        return false;
    }

    private boolean takes(Scope scope) {
        return includeTests || scope == Scope.MAIN;
    }
}
