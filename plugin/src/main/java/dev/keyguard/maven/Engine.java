package dev.keyguard.maven;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.KeyShapes;
import dev.keyguard.sdk.Services;
import dev.keyguard.source.Readers;
import dev.keyguard.source.Workspace;
import dev.keyguard.source.config.ActiveProfiles;
import dev.keyguard.source.tree.FactsCache;
import dev.keyguard.usage.Inventory;
import dev.keyguard.usage.UsageScan;
import dev.keyguard.value.FactsLinker;
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
        Catalogue catalogue = catalogue();
        FactsProgram program = new FactsProgram(workspace, Readers.all(), catalogue, cache, profiles);
        program.whenTriggered(whenTriggered);
        Inventory inventory = new UsageScan(
                        catalogue,
                        Services.bundled(),
                        KeyShapes.bundled(),
                        program,
                        new FactsLinker(program, catalogue))
                .inventory();
        program.save();
        return inventory;
    }
}
