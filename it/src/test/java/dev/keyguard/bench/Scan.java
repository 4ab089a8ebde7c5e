package dev.keyguard.bench;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.JsonCatalogue;
import dev.keyguard.source.Reader;
import dev.keyguard.source.Readers;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.build.BuildModel;
import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.source.tree.TreeWalk;
import dev.keyguard.source.tree.WalkOptions;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.InventoryScan;
import dev.keyguard.value.FactsProgram;
import java.nio.file.Path;
import java.util.List;

/** The work of the {@code scan} goal without Maven: directory mode, tests included. */
record Scan(Path root) {
    static final List<Reader> READERS = Readers.all();

    /** Whatever a file holds, it is parsed. The measure of what is right, and slow. */
    Inventory everything() {
        Catalogue catalogue = JsonCatalogue.bundled();
        return inventory(FactsProgram.parseEverything(workspace(), READERS, catalogue), catalogue);
    }

    /** As the goal does it. */
    Inventory with(FactsCache cache) {
        Catalogue catalogue = JsonCatalogue.bundled();
        return inventory(new FactsProgram(workspace(), READERS, catalogue, cache), catalogue);
    }

    Workspace workspace() {
        return new TreeWalk(READERS, new WalkOptions(List.of(), List.of(), true, new BuildModel(List.of()))).walk(root);
    }

    private static Inventory inventory(FactsProgram program, Catalogue catalogue) {
        Inventory inventory = new InventoryScan(catalogue, program).inventory();
        program.save();
        return inventory;
    }
}
