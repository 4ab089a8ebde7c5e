package dev.keyguard.source.tree;

import dev.keyguard.source.Scope;
import java.util.Set;

/**
 * What the names of folders say about the scope of what is in them, name by name from the root downwards: test where a
 * folder is called so. Packages below {@code src/main} do not count: {@code it} is a country there.
 */
enum FolderScope {
    /** Nothing said yet. */
    OPEN,
    /** Likewise, and the last folder is {@code src}. */
    SRC,
    /** Main, whatever the folders below are called. */
    MAIN,
    /** Test, likewise. */
    TEST;

    private static final Set<String> TESTS = Set.of("test", "tests", "it", "e2e");

    /** The scope of a folder by its path. */
    static FolderScope of(String path) {
        FolderScope scope = OPEN;
        for (String name : path.split("/")) {
            scope = scope.below(name);
        }
        return scope;
    }

    /** Fixed from outside. */
    static FolderScope fixed(Scope scope) {
        return scope == Scope.TEST ? TEST : MAIN;
    }

    /** The scope of a folder in this one. */
    FolderScope below(String name) {
        if (this == MAIN || this == TEST) {
            return this;
        }
        if (this == SRC && name.equals("main")) {
            return MAIN;
        }
        if (TESTS.contains(name) || name.endsWith("Test")) {
            return TEST;
        }
        return name.equals("src") ? SRC : OPEN;
    }

    /** The scope of the files. */
    Scope scope() {
        return this == TEST ? Scope.TEST : Scope.MAIN;
    }
}
