package dev.keyguard.maven;

import dev.keyguard.sdk.Catalogue;
import dev.keyguard.sdk.CatalogueIndex;
import dev.keyguard.sdk.JsonCatalogue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads the catalogue once for all modules of a session: beside the rest of the work where something hints at a client
 * library, else not at all.
 */
final class CatalogueLoading {
    private final FutureTask<Catalogue> task = new FutureTask<>(JsonCatalogue::bundled);
    private final AtomicBoolean begun = new AtomicBoolean();

    /** Begins to read, on a thread of its own, unless that was done. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread thread = new Thread(task, "keyguard-catalogue");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** What a scan must know first; the whole catalogue is read for it only in a build without an index. */
    CatalogueIndex index() {
        return CatalogueIndex.bundled().orElseGet(() -> CatalogueIndex.of(catalogue()));
    }

    /** The catalogue, as soon as it is read. An interrupt is passed on, and waited out: it is a matter of milliseconds. */
    Catalogue catalogue() {
        begin();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
