package dev.keyguard.source.tree;

import dev.keyguard.source.Reader;
import dev.keyguard.source.Workspace;
import java.util.List;
import java.util.Set;

/** Keeps facts from one run to the next. */
public final class FactsCache {
    private FactsCache() {}

    /** Keeps nothing. */
    public static FactsCache none() {
        return new FactsCache();
    }

    FactsMemory memory(Workspace workspace, List<Reader> readers, Set<String> triggers) {
        return FactsMemory.none();
    }
}
