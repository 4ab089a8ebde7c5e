package dev.keyguard.usage;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.CatalogueIndex;
import dev.keyguard.sdk.KeyShapes;
import dev.keyguard.sdk.Services;
import dev.keyguard.value.FactsLinker;
import dev.keyguard.value.FactsProgram;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds every model and key that a workspace uses. The whole of the {@code scan} goal's work. Where nothing in the
 * workspace hints at a provider, no configuration is read and nothing is linked.
 */
public final class InventoryScan {
    private final CatalogueIndex index;
    private final Supplier<Catalogue> catalogue;
    private final FactsProgram program;

    /** A scan of that program; the catalogue is asked for where something hints at a provider. */
    public InventoryScan(CatalogueIndex index, Supplier<Catalogue> catalogue, FactsProgram program) {
        this.index = index;
        this.catalogue = catalogue;
        this.program = program;
    }

    /** A scan with a catalogue that is at hand. */
    public InventoryScan(Catalogue catalogue, FactsProgram program) {
        this(CatalogueIndex.of(catalogue), () -> catalogue, program);
    }

    /** The inventory. Runs once. */
    public Inventory inventory() {
        Services services = Services.bundled();
        UsageVocabulary vocabulary = UsageVocabulary.bundled();
        if (!new Hints(index, services, vocabulary, program).anywhere()) {
            return nothing();
        }
        Catalogue all = catalogue.get();
        return new UsageScan(all, services, KeyShapes.bundled(), vocabulary, program, new FactsLinker(program, all))
                .inventory();
    }

    private Inventory nothing() {
        return new Inventory(
                List.of(),
                List.of(),
                List.of(),
                program.problems(),
                List.of(),
                List.of(),
                program.filesSeen(),
                program.filesParsed());
    }
}
