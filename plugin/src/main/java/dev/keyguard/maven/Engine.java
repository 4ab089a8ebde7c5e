package dev.keyguard.maven;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.CatalogueIndex;
import dev.keyguard.source.Readers;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.config.ActiveProfiles;
import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.InventoryScan;
import dev.keyguard.value.FactsProgram;

/** Puts the parts of a scan together. */
final class Engine {
    private final CatalogueLoading loading;

    Engine(CatalogueLoading loading) {
        this.loading = loading;
    }

    Catalogue catalogue() {
        return loading.catalogue();
    }

    /** Everything the code of that workspace uses; {@code whenTriggered} runs when some use of a client is in sight. */
    Inventory inventory(Workspace workspace, FactsCache cache, ActiveProfiles profiles, Runnable whenTriggered) {
        CatalogueIndex index = loading.index();
        FactsProgram program = new FactsProgram(workspace, Readers.all(), index, cache, profiles);
        program.whenTriggered(() -> {
            loading.begin();
            whenTriggered.run();
        });
        Inventory inventory = new InventoryScan(index, loading::catalogue, program).inventory();
        program.save();
        return inventory;
    }
}
